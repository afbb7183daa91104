// Python's HTTP clients on the machine's network: the programs of http/ and what they print, in Node and in browsers.

export const programs = ["urllib", "requests", "aiohttp"];

/** Runs a program's text; what it printed, errors too. */
export async function runText(machine, name, source) {
  await machine.files.write(`/home/${name}.py`, source);
  const process = await machine.spawn("python", [`/home/${name}.py`], { directory: "/home" });
  const decoder = new TextDecoder();
  const reader = process.output.getReader();
  let output = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    output += decoder.decode(value, { stream: true });
  }
  await process.exit;
  return output;
}
