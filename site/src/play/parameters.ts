// Sliders with numbers, one a parameter of the workload.

import { defaultValues, type Manifest, type ParameterValues } from "gilbox";

export class Parameters {
  values: ParameterValues = {};

  constructor(
    private readonly host: HTMLElement,
    private readonly onChange: () => void,
  ) {}

  show(manifest: Manifest, values: ParameterValues = defaultValues(manifest)): void {
    this.values = { ...values };
    this.host.replaceChildren(
      ...manifest.parameters.map((parameter) => {
        const label = document.createElement("label");
        const name = document.createElement("span");
        name.textContent = parameter.label;
        const make = (type: "range" | "number") => {
          const input = document.createElement("input");
          input.type = type;
          input.min = String(parameter.minimum);
          input.max = String(parameter.maximum);
          input.step = String(parameter.step);
          input.value = String(this.values[parameter.name]);
          if (type === "number") input.setAttribute("aria-label", parameter.label);
          return input;
        };
        const slider = make("range");
        const field = make("number");
        const set = (text: string, other: HTMLInputElement) => {
          const value = Number(text);
          if (!(value >= parameter.minimum && value <= parameter.maximum)) return;
          this.values[parameter.name] = value;
          other.value = text;
          this.onChange();
        };
        slider.addEventListener("input", () => set(slider.value, field));
        field.addEventListener("change", () => set(field.value, slider));
        label.append(name, slider, field);
        return label;
      }),
    );
  }
}
