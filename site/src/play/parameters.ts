// Sliders with numbers, one a parameter of the workload.

import { defaultValues, type Manifest, type Parameter, type ParameterValues } from "gilbox";
import { element } from "./dom.ts";

/** Wide ranges move by factors: a slider position from 0 to 1000. */
function isWide({ minimum, maximum }: Parameter): boolean {
  return minimum > 0 && maximum / minimum >= 50;
}

function valueAt(parameter: Parameter, position: number): number {
  const { minimum, maximum, step } = parameter;
  const raw = minimum * (maximum / minimum) ** (position / 1000);
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(raw)) - 1);
  const coarse = Math.max(step, digits);
  return Math.min(maximum, Math.max(minimum, Math.round(raw / coarse) * coarse));
}

function positionOf({ minimum, maximum }: Parameter, value: number): number {
  return (1000 * Math.log(value / minimum)) / Math.log(maximum / minimum);
}

export class Parameters {
  values: ParameterValues = {};

  constructor(
    private readonly host: HTMLElement,
    private readonly onChange: () => void,
  ) {}

  show(
    manifest: Pick<Manifest, "parameters">,
    values: ParameterValues = defaultValues(manifest, navigator.hardwareConcurrency),
  ): void {
    this.values = { ...values };
    this.host.replaceChildren(...manifest.parameters.map((parameter) => this.makeRow(parameter)));
  }

  private makeRow(parameter: Parameter): HTMLElement {
    const { name, label, minimum, maximum, step } = parameter;
    const value = this.values[name] as number;
    const slider = element("input");
    slider.type = "range";
    const wide = isWide(parameter);
    slider.min = wide ? "0" : String(minimum);
    slider.max = wide ? "1000" : String(maximum);
    slider.step = wide ? "1" : String(step);
    slider.value = String(wide ? positionOf(parameter, value) : value);
    slider.setAttribute("aria-label", label);
    const field = element("input");
    field.type = "number";
    field.min = String(minimum);
    field.max = String(maximum);
    field.step = step < 1 ? "any" : "1";
    field.value = String(value);
    field.setAttribute("aria-label", `${label}, ${minimum} to ${maximum}`);
    const set = (chosen: number) => {
      this.values[name] = chosen;
      slider.setAttribute("aria-valuetext", String(chosen));
      this.onChange();
    };
    slider.addEventListener("input", () => {
      const chosen = wide ? valueAt(parameter, Number(slider.value)) : Number(slider.value);
      field.value = String(chosen);
      set(chosen);
    });
    field.addEventListener("input", () => {
      if (!field.checkValidity() || field.value === "") return;
      const chosen = Number(field.value);
      slider.value = String(wide ? positionOf(parameter, chosen) : chosen);
      set(chosen);
    });
    return element("label", {}, element("span", { text: label }), slider, field);
  }
}
