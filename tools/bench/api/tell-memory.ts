/** Tells the parent that this process answers, on which port, and from then on how much memory it has had at most. */
export function tellMemory(port: number): void {
  let peak = 0;
  const tell = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
    process.send?.({ port, memory: process.memoryUsage().rss, peak });
  };
  tell();
  setInterval(tell, 100).unref();
  process.on('disconnect', () => process.exit(0));
}
