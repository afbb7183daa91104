// Sliders with numbers, one a parameter of the workload.

import {
  defaultSwitchInterval,
  defaultValues,
  hasThreads,
  type Parameter,
  type ParameterValues,
  type Workload,
} from "gilbox";
import { element } from "./dom.ts";

/** Set for a whole interpreter, not by a constant of the programs. */
export const switchInterval: Parameter = {
  name: "SWITCH_INTERVAL",
  label: "switch interval, ms",
  default: defaultSwitchInterval,
  minimum: 0.1,
  maximum: 100,
  step: 0.1,
};

/** The controls of a workload: its own parameters, and the switch interval where threads take turns. */
export function controlsOf(workload: Workload): Parameter[] {
  return [...workload.parameters, ...(hasThreads(workload) ? [switchInterval] : [])];
}

/** Wide ranges move by factors: a slider position from 0 to 1000. */
function isWide({ minimum, maximum }: Parameter): boolean {
  return minimum > 0 && maximum / minimum >= 50;
}

function valueAt(parameter: Parameter, position: number): number {
  const { minimum, maximum, step } = parameter;
  const raw = minimum * (maximum / minimum) ** (position / 1000);
  const digits = 10 ** (Math.floor(Math.log10(raw)) - 1);
  const coarse = Math.max(step, digits);
  const rounded = Math.round(raw / coarse) * coarse;
  return Number(Math.min(maximum, Math.max(minimum, rounded)).toFixed(3));
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

  show(workload: Workload, given: ParameterValues = {}): void {
    const parameters = controlsOf(workload);
    this.values = { ...defaultValues({ parameters }, navigator.hardwareConcurrency), ...given };
    this.host.replaceChildren(...parameters.map((parameter) => this.makeRow(parameter)));
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
