// How a command ends when something is wrong: one line for what the user can mend, a stack for what we must.
import { SetupError } from "./setup/run.mjs";

export async function report(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
