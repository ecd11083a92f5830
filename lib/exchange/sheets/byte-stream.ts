/**
 * The bytes of a generator as the body of an answer: made only when asked for, one piece ahead of the reader. `close` runs
 * once the last byte is out, something failed, or the reader has gone, whether or not they had begun to read.
 */
export function byteStream(
  bytes: AsyncGenerator<Uint8Array>,
  close: () => void,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  if (signal.aborted) close();
  else signal.addEventListener("abort", close, { once: true });
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next();
        if (!done) return controller.enqueue(value);
        close();
        controller.close();
      } catch (error) {
        close();
        throw error;
      }
    },
    async cancel() {
      // First the source: what waits for a statement would hold the generator up.
      close();
      await bytes.return(undefined).catch(() => {});
    },
  });
}
