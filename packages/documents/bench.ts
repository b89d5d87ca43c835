import { createDocuments } from './src/documents.ts';
import { rankingSheet } from './src/ranking-sheet.ts';
import { pledgeSheet } from './src/pledge-sheet.ts';
import { sampleDetails } from './testing/sample-details.ts';
import { longUnitNames, samplePledge } from './testing/sample-pledge.ts';
import { sampleRanking } from './testing/sample-ranking.ts';

/** Prints what it takes to make papers, against what must hold (design, "Figures to hold"). */
async function measure(what: string, hold: { ms: number; mb?: number }, run: () => Promise<unknown>): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
  const cpu = process.cpuUsage();
  const start = performance.now();
  await run();
  const ms = performance.now() - start;
  peak = Math.max(peak, process.memoryUsage().rss);
  clearInterval(watch);
  const used = process.cpuUsage(cpu);
  const mb = (peak - before) / 1e6;
  const holds = ms < hold.ms && mb < (hold.mb ?? Infinity);
  const limits = `${hold.ms} ms${hold.mb === undefined ? '' : `, ${hold.mb} MB`}`;
  const cpuMs = (used.user + used.system) / 1000;
  console.log(
    `${holds ? 'holds' : 'FAILS'}  ${what}: ${ms.toFixed(0)} ms (${cpuMs.toFixed(0)} ms of CPU), +${mb.toFixed(0)} MB (to hold: ${limits})`,
  );
  if (!holds) process.exitCode = 1;
}

// 100 units, each with its own name, targets, hash and check address.
const pledges = longUnitNames(100).map((unit, i) =>
  samplePledge({
    unit,
    subtitles: ['Năm học 2023-2024', unit],
    sections: samplePledge().sections.map((section) => ({
      ...section,
      lines: section.lines.map((line, l) => ({ ...line, target: line.target && `≥ ${80 + ((i + l) % 20)} %` })),
    })),
    contentHash: (i + 1000).toString(16).padStart(64, 'a'),
    checkUrl: `https://giaouoc.example/kiem-tra/${(i + 1000).toString(16).padStart(16, 'a')}`,
  }),
);
const [first] = sampleRanking().blocks;
const names = longUnitNames(2000);
const ranking = sampleDetails(
  Array.from({ length: 20 }, (_, b) => ({
    title: `Khối ${b + 1}`,
    facts: '',
    notes: [],
    rows: names.slice(b * 100, b * 100 + 100).map((unit, i) => ({ ...first!.rows[0]!, unit, rank: String(i + 1) })),
  })),
);

const documents = createDocuments();
await measure('100 pledges as PDF, two threads, from cold', { ms: 3000 }, () =>
  documents.renderAll('pledge-sheet', pledges),
);
await measure('100 pledges as PDF, two threads, warm', { ms: 3000 }, () =>
  documents.renderAll('pledge-sheet', pledges),
);
await measure('100 pledges in one PDF', { ms: 3000 }, () =>
  documents.render('pledge-book', { title: 'Giao ước', sheets: pledges, madeAt: pledges[0]!.madeAt }),
);
await documents.close();
await measure('100 pledges as PDF, in this thread', { ms: 3000 }, async () => {
  for (const pledge of pledges) {
    pledgeSheet(pledge);
    // Typst gives memory back between tasks only.
    await new Promise(setImmediate);
  }
});
await measure('Excel of 2,000 units, 18 lines', { ms: 3000, mb: 200 }, () => rankingSheet(ranking));
