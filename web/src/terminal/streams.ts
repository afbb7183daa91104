// What a command reads and writes: bytes from somewhere, bytes to somewhere.

export interface Sink {
  write(bytes: Uint8Array): Promise<void> | void;
  close?(): Promise<void> | void;
}

export type Source = ReadableStream<Uint8Array>;

const encoder = new TextEncoder();

export function writeText(sink: Sink, text: string): Promise<void> | void {
  return sink.write(encoder.encode(text));
}

/** The two ends of a pipe between two commands. A reader that went away makes writing end quietly. */
export function makePipe(): { source: Source; sink: Sink } {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    {},
    new ByteLengthQueuingStrategy({ highWaterMark: 1 << 16 }),
  );
  const writer = writable.getWriter();
  let open = true;
  const gone = () => {
    open = false;
  };
  writer.closed.catch(gone);
  return {
    source: readable,
    sink: {
      async write(bytes) {
        if (open && bytes.length) await writer.write(bytes).catch(gone);
      },
      async close() {
        if (open) await writer.close().catch(gone);
        open = false;
      },
    },
  };
}

export async function readAll(source: Source): Promise<Uint8Array> {
  return new Uint8Array(
    await new Response(source as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  );
}

export async function readText(source: Source): Promise<string> {
  return new TextDecoder().decode(await readAll(source));
}

export function emptySource(): Source {
  return new ReadableStream({ start: (controller) => controller.close() });
}

/** Copies until the end of the source or until the signal. */
export async function copyTo(source: Source, sink: Sink, signal?: AbortSignal): Promise<void> {
  const reader = source.getReader();
  const stop = () => {
    reader.cancel().catch(() => {}); // it ended by itself
  };
  signal?.addEventListener("abort", stop, { once: true });
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done || signal?.aborted) return;
      await sink.write(value);
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    reader.releaseLock();
  }
}
