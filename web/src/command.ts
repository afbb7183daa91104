// `gilbox`: Python programs and measurements in Node, on the same machine as in the page.

import { bench, workloads } from "./command/bench.ts";
import { runPython } from "./command/python.ts";

const usage = `gilbox runs Python's threads, processes and asyncio for real.

  gilbox                          the interactive prompt (piped input is run as a program)
  gilbox run [OPTIONS] FILE [ARGUMENTS]
                                  run a Python program (its folder's .py files can be imported)
  gilbox -c CODE [ARGUMENTS]      run one line of Python
      --schedule S                how threads are switched: timed (as CPython does, the default),
                                  seed:N (random, the same again for the same N; seed:N/10: at one of
                                  10 safepoints), every:N (round robin) or script:FILE (numbers of
                                  safepoints between switches)
      --trace FILE                write what threads, processes and tasks did as a Chrome trace, which
                                  https://ui.perfetto.dev opens
      --memory MB                     memory of each process (64 unless told; 8 to 4096)
      --stats                     at the end, a table of where each thread's time went
      --no-deadlock-check         let a program hang in which all threads wait for each other (it is
                                  ended with exit code 35 otherwise)
  gilbox -                        run the program that comes in on standard input
  gilbox -i                       the prompt, even when the input is no terminal
  gilbox dis FILE                 show the instructions a program is compiled to
  gilbox workloads                list the workloads
  gilbox bench [WORKLOAD…]        run workloads in every lane and compare
      --lanes a,b                 only these lanes; the first one is what the others are compared with
      --set NAME=VALUE            set a constant of the programs (LIMIT=50000)
      --repeat N | --time S       rounds, or seconds for each workload (default 5)
      --seed N                    order of the runs
      --json FILE                 write everything as JSON
      --csv FILE                  write one row a run
      --markdown FILE             write the tables as Markdown
      --record FILE               write what the page shows before anything has run
      --python PATH               run the same programs on that CPython too
  gilbox help
`;

/** Runs the command; resolves to its exit code. */
export async function main(args: string[]): Promise<number> {
  const [word, ...rest] = args;
  switch (word) {
    case undefined:
      return runPython([process.stdin.isTTY ? "-i" : "-"]);
    case "help":
    case "-h":
    case "--help":
      process.stdout.write(usage);
      return 0;
    case "run":
      return runPython(rest);
    case "-c":
    case "-":
    case "-i":
    case "dis":
      return runPython([word, ...rest]);
    case "workloads":
      return workloads();
    case "bench":
      return bench(rest);
    default:
      process.stderr.write(`gilbox: no such command: ${word}\n\n${usage}`);
      return 2;
  }
}
