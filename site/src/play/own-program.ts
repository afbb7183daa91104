// "Your own program": an empty sheet with two lanes, so that two versions can be compared.

import type { Workload } from "gilbox";

const program = `import time
from threading import Thread


def work(name):
    for step in range(3):
        print(name, step)
        time.sleep(0.1)


def main():
    threads = [Thread(target=work, args=(name,)) for name in "ABC"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
`;

export const ownProgram: Workload = {
  name: "own",
  title: "Your own program",
  kind: "cost",
  question: "Write Python, run it, time it. Put a second version in the other tab and compare.",
  look: "Everything runs in this tab; nothing is sent anywhere.",
  parameters: [],
  lanes: ["program", "variant"],
  default: ["program"],
  answers: "differ",
  programs: {
    program,
    variant: program
      .replace("Thread(", "Process(")
      .replace("from threading import Thread", "from multiprocessing import Process"),
  },
};
