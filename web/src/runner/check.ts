// What is wrong with a program before it runs, and where a run failed.

import type { Machine } from "../machine/page/machine.ts";

/** Lines and columns count from 1; the end is not part of it. */
export interface ProgramProblem {
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

const separator = "\x1f";
const checker = `import sys
try:
    compile(sys.stdin.read(), sys.argv[1], "exec")
except SyntaxError as error:
    print(error.lineno, error.offset, error.end_lineno, error.end_offset, error.msg, sep="\\x1f")
`;

/** Compiles the program on the machine without running it; resolves to what the compiler says of it. */
export async function checkProgram(machine: Machine, program: string): Promise<ProgramProblem[]> {
  const process = await machine.spawn("python", ["-c", checker, "program.py"], {
    errors: "separate",
  });
  const writer = process.input.getWriter();
  // It may end early: then its output and exit code say why.
  const fed = writer.write(program).then(
    () => writer.close(),
    () => undefined,
  );
  const [text] = await Promise.all([
    new Response(process.output).text(),
    new Response(process.errors).text(),
    fed,
  ]);
  await process.exit;
  return text
    .split("\n")
    .filter((line) => line.includes(separator))
    .map((line) => {
      const [first, column, last, end, message] = line.split(separator);
      const start = Number(first) || 1;
      const from = Number(column) || 1;
      return {
        message: `SyntaxError: ${message}`,
        line: start,
        column: from,
        endLine: Number(last) || start,
        endColumn: Number(end) || from + 1,
      };
    });
}

/** Where in the file called `name` the last traceback of an output ends. */
export function problemInOutput(output: string, name: string): ProgramProblem[] {
  const start = output.lastIndexOf("Traceback (most recent call last):");
  const text = start < 0 ? output : output.slice(start);
  const places = [...text.matchAll(/^\s*File "(.*)", line (\d+)/gm)].filter(([, path]) =>
    path?.endsWith(`/${name}`),
  );
  const place = places.at(-1);
  const message = text
    .trimEnd()
    .split("\n")
    .findLast((line) => /^[A-Za-z_][\w.]*(: |$)/.test(line));
  if (!place || !message) return [];
  const line = Number(place[2]);
  return [{ message, line, column: 1, endLine: line, endColumn: 10_000 }];
}
