// Workloads as data: a manifest and one Python program a lane (site/workloads/<name>/).
//
// A parameter is a constant at the top of the program, `LIMIT = 300_000`: setting it rewrites that line, so what a
// visitor sees is what runs, here and on CPython.

export interface Parameter {
  /** The constant in the programs. */
  name: string;
  label: string;
  default: number;
  minimum: number;
  maximum: number;
  step: number;
  /** The default follows the machine: as many as it has cores, from 2 up to `default`. */
  cores?: boolean;
}

export interface Manifest {
  title: string;
  /** What the work is bound by; decides how the verdict is worded. */
  kind: "cpu" | "io" | "native" | "mixed" | "race" | "messages" | "cost" | "convoy" | "show";
  /** One sentence. */
  question: string;
  /** What to look at in the result. */
  look: string;
  parameters: Parameter[];
  lanes: string[];
  /** The lanes chosen at first. */
  default: string[];
  /** Whether the lanes are meant to print the same ("same", the default) or not. */
  answers?: "same" | "differ";
  /** `SERVER` in the programs is the address of a server with /delay/MS and /bytes/N. */
  needs?: "server";
  /** Lanes that never end on CPython; here they end with a report. */
  hangs?: string[];
  /** What the programs import and the library does not have yet: the workload is not offered until then. */
  pending?: string;
}

export interface Workload extends Manifest {
  name: string;
  /** Lane -> program text. */
  programs: Record<string, string>;
}

export type ParameterValues = Record<string, number>;

/** A number as a Python programmer writes it: 300_000, 0.02. */
export function pythonNumber(value: number): string {
  if (!Number.isInteger(value)) return String(value);
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, "_");
}

/** The program with its constants set. Constants it does not have are left out silently: lanes need not share all. */
export function withParameters(program: string, values: ParameterValues): string {
  let text = program;
  for (const [name, value] of Object.entries(values)) {
    if (!/^[A-Z][A-Z0-9_]*$/.test(name))
      throw new RangeError(`not the name of a constant: ${name}`);
    text = text.replace(new RegExp(`^${name} = .*$`, "m"), `${name} = ${pythonNumber(value)}`);
  }
  return text;
}

/** Checks values against the manifest. Throws a RangeError that names the parameter and its range. */
export function checkParameters(manifest: Manifest, values: ParameterValues): void {
  for (const [name, value] of Object.entries(values)) {
    const parameter = manifest.parameters.find((p) => p.name === name);
    if (!parameter) {
      const known = manifest.parameters.map((p) => p.name).join(", ");
      throw new RangeError(`${manifest.title} has no parameter ${name} (it has: ${known})`);
    }
    if (!(value >= parameter.minimum && value <= parameter.maximum))
      throw new RangeError(`${name} must be from ${parameter.minimum} to ${parameter.maximum}`);
  }
}

/** The defaults, for a machine with so many cores. */
export function defaultValues(manifest: Pick<Manifest, "parameters">, cores = 4): ParameterValues {
  return Object.fromEntries(
    manifest.parameters.map((p) => [
      p.name,
      p.cores ? Math.min(p.default, Math.max(2, cores)) : p.default,
    ]),
  );
}

/** CPython's and ours, in milliseconds. */
export const defaultSwitchInterval = 5;

/** The program with a switch interval of its own, in milliseconds: set in its first lines, where a reader sees it. */
export function withSwitchInterval(program: string, milliseconds: number): string {
  if (milliseconds === defaultSwitchInterval || program === "") return program;
  return `import sys; sys.setswitchinterval(${milliseconds / 1000})\n${program}`;
}

/** Whether a switch interval can change anything: some lane starts threads. */
export function hasThreads({ programs }: Pick<Workload, "programs">): boolean {
  return Object.values(programs).some((text) => /\bThread(PoolExecutor)?\b|to_thread/.test(text));
}

/** The program with `SERVER` set to an address. */
export function withServer(program: string, address: string): string {
  return program.replace(/^SERVER = .*$/m, () => `SERVER = ${JSON.stringify(address)}`);
}
