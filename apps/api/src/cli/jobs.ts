import { fullMoment } from '@giaouoc/domain/words/times';
import { listJobs, retryJob, type Job } from '@giaouoc/db/queries/job';
import { Refused, type Command } from './command.ts';
import { readOptions } from './options.ts';
import { openOwnDatabase } from './own-database.ts';
import { out, plain } from './output.ts';

const usage = '[retry SỐ]';

const stateOf = ({ running, stuck, attempts, nextAt }: Job): string =>
  running
    ? 'đang làm'
    : stuck
      ? 'ĐÃ DỪNG, không tự làm lại'
      : attempts === 0
        ? `chờ đến ${fullMoment(nextAt.getTime())}`
        : `hỏng ${attempts} lần, làm lại lúc ${fullMoment(nextAt.getTime())}`;

/** Shows the job queue, and has a job tried again (M3). */
export const command: Command = {
  usage,
  summary: 'Việc nền đang chờ, đang làm hay bị hỏng; "retry SỐ" để làm lại một việc ngay.',
  details: ['Mã kết thúc 1: có việc đã dừng hẳn sau nhiều lần hỏng.'],
  async run(args) {
    const { words } = readOptions(args, 0, 2, `jobs ${usage}`);
    const [verb, id] = words;
    if (verb !== undefined && (verb !== 'retry' || !/^\d{1,18}$/.test(id ?? '')))
      throw new Refused('usage', `Lệnh này cần: giaouoc jobs ${usage}`);
    const database = await openOwnDatabase();
    try {
      if (id !== undefined) {
        if (!(await retryJob(database.ownerUrl, id)))
          throw new Refused('no-job', `Không có việc số ${id}, hoặc việc đó đang được làm.`);
        out(`Việc ${id} sẽ được làm lại ngay khi phần mềm đang chạy.\n`);
        return 0;
      }
      const jobs = await listJobs(database.ownerUrl);
      if (jobs.length === 0) out('Không có việc nào.\n');
      for (const job of jobs) {
        const error = job.lastError === null ? '' : `; lỗi cuối: ${plain(job.lastError)}`;
        out(`${job.id}  ${plain(job.task)}  từ ${fullMoment(job.since.getTime())}: ${stateOf(job)}${error}\n`);
      }
      return jobs.some(({ stuck }) => stuck) ? 1 : 0;
    } finally {
      await database.close();
    }
  },
};
