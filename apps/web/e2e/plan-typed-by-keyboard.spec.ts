import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startProduct, type RunningProduct } from './support/running-product.ts';

let on: RunningProduct;
beforeAll(async () => {
  on = await startProduct();
});
afterAll(() => on.close());

/** A busy machine takes its time; a thing that is wrong stays wrong. */
const patient = { timeout: 10_000 };

/** One line of a plan as an officer types it: title, points, the kind as one types ahead in the list, then its slots. */
type Typed = { title: string; points: string; kind: string; slots?: (page: Page) => Promise<void> };

/**
 * Keys an officer presses: typing with Telex, every mark of a letter is one more (`ộ` is `ooj`, `đ` is `dd`).
 */
let keys = 0;
const press = async (page: Page, key: string) => {
  keys += 1;
  await page.keyboard.press(key);
};
const tab = async (page: Page, times = 1) => {
  for (let i = 0; i < times; i++) await press(page, 'Tab');
};
const type = (page: Page, text: string) => {
  keys += text.normalize('NFD').length + (text.match(/đ/gi)?.length ?? 0);
  return page.keyboard.type(text);
};
/** Types into the slots one after the other; null leaves a slot as it is. */
const fill =
  (...slots: (string | null)[]) =>
  async (page: Page) => {
    for (const slot of slots) {
      await tab(page);
      if (slot !== null) await type(page, slot);
    }
  };
/** A small table: what is typed into each cell, a row added by its button after the first `given`. */
const rows =
  (given: number, columns: number, ...cells: string[][]) =>
  async (page: Page) => {
    for (const [place, row] of cells.entries()) {
      if (place >= given) {
        // From the last cell: its own "take away" button where there is one, then "add".
        const add = page.getByRole('button', { name: /^Thêm (mức|việc|lỗi)$/ });
        while (!(await add.evaluate((button) => button === document.activeElement))) await tab(page);
        await press(page, 'Space');
        await expectFocus(page, 'input');
      } else await tab(page, place === 0 ? 1 : 2);
      for (const [column, text] of row.entries()) {
        if (column > 0) await tab(page);
        await type(page, text);
      }
      if (row.length < columns) await tab(page, columns - row.length);
    }
  };

async function expectFocus(page: Page, selector: string) {
  await expect
    .poll(() => page.evaluate((wanted) => document.activeElement?.matches(wanted), selector), patient)
    .toBe(true);
}

/** Part, whole, unit, side, whose target, the target. */
const ratio = (part: string, whole: string, target: string) => fill(part, whole, null, null, null, target);

const targets: Typed[] = [
  {
    title: 'Đoàn viên trên tổng số cán bộ, giáo viên, nhân viên',
    points: '6',
    kind: 'T',
    slots: ratio('số đoàn viên', 'tổng số người', '98'),
  },
  { title: 'Hội nghị viên chức, người lao động đúng hạn', points: '5', kind: 'C' },
  {
    title: 'Đoàn viên được khám sức khỏe định kỳ',
    points: '6',
    kind: 'T',
    slots: ratio('số người đã khám', 'tổng số đoàn viên', '95'),
  },
  {
    title: 'Đoàn viên học tập nghị quyết, chuyên đề',
    points: '6',
    kind: 'T',
    slots: ratio('số người học', 'tổng số đoàn viên', '100'),
  },
  {
    title: 'Đoàn viên đăng ký lao động giỏi',
    points: '6',
    kind: 'T',
    slots: ratio('số người đăng ký', 'tổng số đoàn viên', '90'),
  },
  {
    title: 'Lượt thăm hỏi, trợ cấp đoàn viên',
    points: '5',
    kind: 'S',
    slots: fill('số lượt thăm hỏi', 'lượt', '0,5'),
  },
  { title: 'Đơn vị đạt chuẩn văn hóa', points: '6', kind: 'M', slots: levels('6', 'Cấp thành phố', 'Cấp phường') },
  { title: 'Thu, nộp kinh phí công đoàn đúng hạn', points: '5', kind: 'C' },
];
const tasks: Typed[] = [
  {
    title: 'Bộ quy chế của nhiệm kỳ 2023–2028',
    points: '5',
    kind: 'D',
    slots: checklist('2,5', 'Quy chế làm việc', 'Quy chế dân chủ'),
  },
  {
    title: 'Ban chấp hành họp định kỳ, có sổ ghi chép',
    points: '5',
    kind: 'S',
    slots: fill('số kỳ họp', 'kỳ họp', '0,5'),
  },
  {
    title: 'Phong trào “Giỏi việc trường, đảm việc nhà”',
    points: '5',
    kind: 'M',
    slots: levels('5', 'Tốt', 'Trung bình'),
  },
  { title: 'Tết Sum vầy, Tháng Công nhân', points: '5', kind: 'C' },
  {
    title: 'Ủy ban kiểm tra, Ban Nữ công hoạt động theo chương trình',
    points: '5',
    kind: 'K',
    slots: faults('Không có kế hoạch', '2'),
  },
  { title: 'Đối thoại tại nơi làm việc', points: '5', kind: 'S', slots: fill('số lần đối thoại', 'lần', '2,5') },
  { title: 'Tuyên truyền pháp luật, an toàn giao thông', points: '5', kind: 'N' },
  {
    title: 'Giới thiệu đoàn viên ưu tú cho Đảng',
    points: '5',
    kind: 'X',
    slots: fill('số người được giới thiệu', 'người'),
  },
  { title: 'Báo cáo đúng hạn, đủ số liệu', points: '5', kind: 'K', slots: faults('Trễ hạn một lần', '1') },
  {
    title: 'Hội thi, hội thao của công đoàn cấp trên',
    points: '10',
    kind: 'B',
    slots: fill('số giải', 'giải', null, null, '3', '10'),
  },
];

/** Pick and the most points are passed by, then the two rows that are there. */
function levels(max: string, best: string, rest: string) {
  return async (page: Page) => {
    await tab(page, 2);
    await rows(2, 2, [best, max], [rest, '1'])(page);
  };
}
function checklist(each: string, ...items: string[]) {
  return async (page: Page) => {
    await tab(page);
    await rows(1, 2, ...items.map((item) => [item, each]))(page);
  };
}
function faults(title: string, each: string) {
  return async (page: Page) => {
    await tab(page, 2);
    await rows(1, 3, [title, each])(page);
  };
}

async function typeLine(page: Page, line: Typed) {
  await press(page, 'n');
  await expectFocus(page, '#line-title');
  await type(page, line.title);
  await tab(page);
  await type(page, line.points);
  await tab(page);
  await expectFocus(page, 'select');
  await type(page, line.kind);
  await line.slots?.(page);
  // Out of whatever field it is, back to the table.
  await press(page, 'Escape');
  await expectFocus(page, 'tr[aria-selected="true"]');
}

describe('a plan typed with the keyboard alone', () => {
  it('08 chỉ tiêu and 10 nhiệm vụ trọng tâm, published, with no other key than an officer has', async () => {
    const page = await on.open(on.all.officer);
    await page.goto(`${on.url}/federation/plan?year=${on.all.federation.yearId}`);
    expect(await page.title()).toContain('Kế hoạch thi đua');
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#line-title').waitFor();

    const started = performance.now();
    keys = 0;
    await page.locator('tr[aria-selected="true"]').focus();
    await page.keyboard.press('Home');
    for (const line of targets) await typeLine(page, line);
    await page.keyboard.press('End');
    for (const line of tasks) await typeLine(page, line);
    const seconds = (performance.now() - started) / 1000;

    await expect
      .poll(() => page.getByRole('status', { name: 'Tổng điểm cơ bản' }).innerText(), patient)
      .toContain('Đủ điểm');
    expect(await page.locator('#check').innerText()).toBe('Trước khi công bố: không còn lỗi');
    await page.getByText(/^Đã lưu \d\d:\d\d\.$/).waitFor();

    // 15 minutes at two keys a second, which leaves a practised typist half of the time to read and think.
    const minutes = keys / 2 / 60;
    console.log(
      `18 lines: ${keys} keys, ${minutes.toFixed(1)} min at two a second (${seconds.toFixed(0)} s by machine)`,
    );
    expect(minutes).toBeLessThan(15);

    const stored = await on.all.officer.call.plan.get({ yearId: on.all.federation.yearId });
    const lines = stored!.draft!.document.scoring.groups.map((group) =>
      (group.lines ?? []).map((line) => `${line.code} ${line.title}`),
    );
    expect(lines).toEqual([
      targets.map(({ title }, place) => `1.${place + 1} ${title}`),
      tasks.map(({ title }, place) => `2.${place + 1} ${title}`),
    ]);
    expect(stored!.draft!.document.scoring.groups[0]?.lines?.[2]).toMatchObject({
      kind: 'target',
      max: '6',
      unit: '%',
      rule: { kind: 'ratio', target: '95' },
    });
    expect(stored!.draft!.document.conduct.lines['1.3']?.ask).toEqual({
      partLabel: 'số người đã khám',
      wholeLabel: 'tổng số đoàn viên',
    });

    await page.getByRole('link', { name: 'Công bố', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Công bố bản 1' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đã công bố bản 1.').waitFor();
    const version = await on.all.officer.call.plan.version({ yearId: on.all.federation.yearId, version: 1 });
    expect(await page.getByText('Đã công bố bản 1.').innerText()).toContain(version.hash);
    await page.context().close();
  });

  it('moves lines, takes steps back, and lets single keys be turned off', async () => {
    const page = await on.open(on.all.officer);
    await page.goto(`${on.url}/federation/plan?year=${on.all.federation.yearId}`);
    const codes = () => page.locator('.plan tbody tr td:first-child').allInnerTexts();
    // The pane comes with the scripts.
    await page.locator('#line-title').waitFor();
    const before = await codes();
    await page.locator('tr[aria-selected="true"]').focus();
    await page.keyboard.press('Delete');
    expect(await codes()).toHaveLength(before.length - 1);
    await page.keyboard.press('Control+z');
    expect(await codes()).toEqual(before);
    await page.locator('tr[aria-selected="true"]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    expect((await codes()).slice(0, 3)).toEqual(['1', '1.2', '1.1']);
    await page.keyboard.press('Control+z');
    await page.getByLabel('Dùng phím một chữ').focus();
    await page.keyboard.press('Space');
    await page.locator('tr[aria-selected="true"]').focus();
    await page.keyboard.press('n');
    expect(await codes()).toEqual(before);
    await page.getByText(/^Đã lưu \d\d:\d\d\.$/).waitFor();
    await page.context().close();
  });

  it('shows both versions in two tabs, to choose from line by line', async () => {
    const address = `${on.url}/federation/plan?year=${on.all.federation.yearId}`;
    const [one, two] = [await on.open(on.all.officer), await on.open(on.all.officer)];
    await Promise.all([one.goto(address), two.goto(address)]);
    const stored = async () =>
      JSON.stringify((await on.all.officer.call.plan.get({ yearId: on.all.federation.yearId }))!.draft);
    await one.locator('#line-title').fill('Tên ở thẻ một');
    await expect.poll(stored, patient).toContain('Tên ở thẻ một');
    await two.locator('#line-title').fill('Tên ở thẻ hai');
    const conflict = two.getByRole('alert', { name: 'Hai bản thảo khác nhau' });
    await conflict.waitFor();
    expect(await conflict.innerText()).toContain('“Tên ở thẻ một” → “Tên ở thẻ hai”');
    // Line by line: one of theirs, one of one's own.
    await two.locator('.plan tbody tr').nth(2).click();
    await two.locator('#line-title').fill('Chỉ có ở thẻ hai');
    await two.getByRole('button', { name: 'Lấy 1.1 của bản đã lưu' }).click();
    expect(await conflict.innerText()).not.toContain('Tên ở thẻ hai');
    await two.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await expect.poll(stored, patient).toContain('Chỉ có ở thẻ hai');
    await two.getByText(/^Đã lưu \d\d:\d\d\.$/).waitFor();
    const { draft } = (await on.all.officer.call.plan.get({ yearId: on.all.federation.yearId }))!;
    const titles = draft!.document.scoring.groups[0]?.lines?.map(({ title }) => title);
    expect(titles?.slice(0, 2)).toEqual(['Tên ở thẻ một', 'Chỉ có ở thẻ hai']);
    await one.context().close();
    await two.context().close();
  });

  it('shows the plan and takes a file when scripts do not run', async () => {
    const page = await on.open(on.all.officer, { javaScriptEnabled: false });
    await page.goto(`${on.url}/federation/plan?year=${on.all.federation.yearId}`);
    expect(await page.locator('.plan tbody tr').count()).toBe(20);
    expect(await page.locator('.plan tbody').innerText()).toContain('Đoàn viên được khám sức khỏe định kỳ');
    expect(await page.locator('noscript').innerText()).toContain('Soạn kế hoạch cần trình duyệt chạy được mã trang');
    await page.locator('#plan-files > summary').click();
    const broken = JSON.stringify({ code: '', title: 1 });
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'hong.json', mimeType: 'application/json', buffer: Buffer.from(broken) });
    await page.getByRole('button', { name: 'Tải lên thay bản thảo' }).click();
    await page.getByText('Chưa nhận tệp hong.json').waitFor();
    expect(await page.locator('.upload-faults tbody tr').count()).toBeGreaterThan(3);
    await page.context().close();
  });
});
