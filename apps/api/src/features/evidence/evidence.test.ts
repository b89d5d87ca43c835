import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileArchive, type HostilePart } from '@giaouoc/documents/testing/hostile-archive';
import { acceptAll, reportFor } from '../../../testing/entering.ts';
import { people, type People } from '../../../testing/people.ts';
import { photo } from '../../../testing/photo.ts';
import { publishSamplePlan } from '../../../testing/sample-plan.ts';

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
});
afterAll(() => all.close());

const id = () => randomUUID();
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { refusal?: string }) => error.refusal ?? 'a fault of the program',
  );

describe('A6: a line that was sent keeps its files', () => {
  it('none is added with an upload or laid beside it later, until it is taken back', async () => {
    const { chair } = all;
    const sent = await chair.call.evidence.upload(photo('kem-theo', '1.4|hk1'));
    await reportFor(all, 'A');
    const loose = await chair.call.evidence.upload(photo('roi'));
    const attach = (line: string) =>
      chair.call.report.attach({ clientId: id(), evidenceIds: [loose.id], places: [{ line, period: 'hk1' }] });
    expect(await refusal(chair.call.evidence.upload(photo('muon', '1.4|hk1')))).toBe('figure-sent');
    expect(await refusal(attach('1.4'))).toBe('figure-sent');
    // An upload whose answer was lost is answered as the first time (R2), and a line that was left out is open.
    expect((await chair.call.evidence.upload(photo('kem-theo', '1.4|hk1'))).id).toBe(sent.id);
    expect(await refusal(attach('1.3'))).toBe('done');

    await chair.call.report.withdraw({ clientId: id(), period: 'hk1' });
    expect(await refusal(attach('1.4'))).toBe('done');
    const { lines } = await chair.call.report.get({ period: 'hk1' });
    expect(lines.find((one) => one.line.code === '1.4')?.evidence).toHaveLength(2);
  });

  it('none is added by the unit to what is settled; the federation may add proof', async () => {
    await reportFor(all, 'B');
    await acceptAll(all, 'B');
    expect(await refusal(all.otherChair.call.evidence.upload(photo('sau-cham', '1.4|hk1')))).toBe('figure-verified');
    const form = photo('cua-can-bo', '1.4|hk1');
    form.append('unitId', all.otherChair.unitId!);
    expect(await refusal(all.officer.call.evidence.upload(form))).toBe('done');
  });
});

describe('A6: minutes are kept as they are, so they must be what they claim', () => {
  const types = Buffer.from(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  const parts: HostilePart[] = [
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content: Buffer.from('<w:document/>') },
  ];
  const zeros = Buffer.alloc(60_000_000);
  it.each<[string, HostilePart[], string]>([
    ['an honest one', parts, 'done'],
    [
      'three hundred kilobytes that unpack to sixty megabytes',
      [...parts, { name: 'word/a.bin', content: zeros }],
      'file-broken',
    ],
    ['the same, claiming to be small', [...parts, { name: 'word/a.bin', content: zeros, claims: 10 }], 'file-broken'],
    ['a path out of the archive', [...parts, { name: '../../etc/passwd', content: types }], 'file-broken'],
    ['a program', [...parts, { name: 'word/vbaProject.bin', content: types }], 'file-broken'],
  ])('%s', async (_, archive, answer) => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(hostileArchive(archive))], 'bien-ban.docx'));
    expect(await refusal(all.deputy.call.evidence.upload(form))).toBe(answer);
  });
});

describe('A6: limits hold for requests at one moment as for one after the other', () => {
  it('no line gets more files than anyone looks through', async () => {
    const chair = await all.join('chair', 'C');
    const files = await Promise.all(
      Array.from({ length: 38 }, (_, i) => chair.call.evidence.upload(photo(`anh-${i}`))),
    );
    for (const some of [files.slice(0, 20), files.slice(20)])
      await chair.call.report.attach({
        clientId: id(),
        evidenceIds: some.map((file) => file.id),
        places: [{ line: '1.3', period: 'hk1' }],
      });
    const more = await Promise.all(
      Array.from({ length: 8 }, (_, i) => refusal(chair.call.evidence.upload(photo(`them-${i}`, '1.3|hk1')))),
    );
    expect(more.filter((one) => one === 'done')).toHaveLength(2);
    expect(new Set(more)).toEqual(new Set(['done', 'too-many-files']));
  });

  it('the same bytes sent twice are one file', async () => {
    const sent = await Promise.all(Array.from({ length: 5 }, () => all.deputy.call.evidence.upload(photo('mot-tep'))));
    expect(new Set(sent.map((file) => file.id)).size).toBe(1);
  });

  it('files laid beside the same lines in different order wait for each other, and never in a circle', async () => {
    const there = ['1.1|hk2', '1.2|hk2', '1.4|hk2'];
    const asked = Array.from({ length: 10 }, (_, i) =>
      refusal(all.deputy.call.evidence.upload(photo(`cheo-${i}`, ...(i % 2 ? there : there.toReversed())))),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['done']));
  });
});

it('A6: a photo is taken by what it is, whatever the phone calls it', async () => {
  const bytes = readFileSync(path.join(import.meta.dirname, '../../../testing/files/photo-without-extension.bin'));
  const form = new FormData();
  form.append('file', new File([bytes], 'image:1641', { type: 'application/octet-stream' }));
  const sent = await all.otherChair.call.evidence.upload(form);
  expect(sent).toMatchObject({ mediaType: 'image/webp', name: 'image:1641' });
});
