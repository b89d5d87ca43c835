import { formatNumber } from '../words/numbers.ts';
import { fullDay } from '../words/times.ts';
import { ruleKinds } from '../rules/kinds.ts';

type Params = Readonly<Record<string, string | number>>;

const number = (value: string | number | undefined) => formatNumber(String(value ?? ''));
const quoted = (value: string | number | undefined) => `“${String(value ?? '')}”`;

/** A block by its name where the sentence is said to someone who knows it, else by its code as in the file. */
const block = (p: Params) => (p['blockName'] === undefined ? `khối ${quoted(p['block'])}` : String(p['blockName']));

/** Which figure a rule takes, in words. */
const SORTS: Readonly<Record<string, string>> = {
  number: 'một số (“value”), hoặc số đạt được và tổng số (“part” và “whole”)',
  value: 'một số (“value”)',
  yes: 'có hay không (“yes”)',
  levels: 'mức đạt được (“levels”)',
  items: 'danh sách việc đã làm (“items”)',
  faults: 'số lỗi từng loại (“faults”)',
  points: 'điểm chấm (“points”)',
};

/** The sentence for each code: what is wrong and what would be right. */
const MESSAGES: Readonly<Record<string, (params: Params) => string>> = {
  // The document
  'not-json': () => 'Tệp không đọc được: nội dung không phải JSON hoặc bị cắt giữa chừng. Hãy xuất lại tệp.',
  'too-deep': () => 'Tệp lồng nhau quá nhiều lớp nên không đọc được. Tệp của một năm chỉ có vài lớp.',
  more: (p) => `Còn ${p['count']} lỗi nữa không liệt kê. Hãy sửa các lỗi trên rồi kiểm tra lại.`,
  format: () => 'Không phải tệp năm thi đua mà phần mềm đọc được: “format” phải là “giaouoc-year/1”.',
  // Forms
  'missing-key': (p) => `Thiếu mục ${quoted(p['key'])}. Hãy bổ sung.`,
  'unknown-key': (p) => `Không có mục nào tên là ${quoted(p['key'])}. Hãy bỏ đi hoặc sửa lại tên.`,
  object: () => 'Chỗ này phải là một nhóm các mục.',
  list: () => 'Chỗ này phải là một danh sách.',
  'empty-list': () => 'Danh sách này phải có ít nhất một mục.',
  text: () => 'Chỗ này phải là chữ.',
  empty: () => 'Chỗ này không được để trống.',
  'not-unicode': () => 'Chữ ở đây bị hỏng (mất một nửa ký tự). Hãy gõ lại.',
  boolean: () => 'Chỗ này chỉ nhận có hoặc không.',
  'only-true': () => 'Mục này chỉ nhận “có”; nếu không đúng thì bỏ mục này đi.',
  'only-false': () => 'Mục này chỉ nhận “không”; đơn vị được giao tiêu chí thì bỏ mục này đi.',
  number: () => 'Cần một số, ví dụ 95 hoặc 97,5; nhiều nhất 15 chữ số trước và 6 chữ số sau dấu phẩy.',
  'number-or-unit': () => 'Chỉ tiêu phải là một số như 95, hoặc do từng đơn vị đăng ký.',
  negative: () => 'Số này không được âm.',
  'not-positive': () => 'Số này phải lớn hơn 0.',
  'not-share': () => 'Tỷ lệ này phải từ 0 % đến 100 %.',
  count: () => 'Cần một số nguyên từ 0 đến 999.999.999.',
  places: () => 'Số chữ số thập phân của điểm phải là số nguyên từ 0 đến 4.',
  day: () => 'Cần một ngày có thật, ví dụ 31/05/2024.',
  'one-of': (p) => `Chỗ này chỉ nhận một trong các giá trị: ${String(p['values'] ?? '')}.`,
  'rule-kind': () => `Không có cách tính điểm này. Chọn một trong: ${ruleKinds.join(', ')}.`,
  // The plan
  'to-before-from': (p) => `Ngày kết thúc phải sau ngày bắt đầu (${fullDay(String(p['from']))}).`,
  'code-twice': (p) => `Mã ${quoted(p['code'])} đã dùng ở trên. Mỗi mã chỉ được dùng một lần.`,
  'too-fine': (p) => `Số này có nhiều hơn ${p['places']} chữ số thập phân, là số chữ số mà kế hoạch dùng cho điểm.`,
  'role-below': () => 'Chỉ nhóm lớn nhất ghi loại điểm; nhóm bên trong theo nhóm lớn.',
  'min-above-zero': () => 'Mức thấp nhất của nhóm phải là 0 hoặc số âm.',
  'above-max': (p) => `Điểm ở đây cao hơn điểm tối đa của tiêu chí (${number(p['max'])}).`,
  'penalty-max': () => 'Tiêu chí trong nhóm điểm trừ không có điểm để đạt: điểm tối đa phải là 0.',
  'penalty-rule': () =>
    'Cách tính của tiêu chí điểm trừ phải có thể xuống dưới 0: đặt mức còn ít nhất là số âm, hoặc cho mức có điểm âm.',
  'fact-max': () => 'Tiêu chí trong nhóm thông tin không tính điểm: điểm tối đa phải là 0.',
  'fact-rule': () => 'Tiêu chí trong nhóm thông tin không tính điểm nên không được xuống dưới 0.',
  'floor-needs-proportional': () => 'Ngưỡng sàn chỉ dùng khi dưới chỉ tiêu được tính theo tỷ lệ.',
  'strict-needs-nothing': () => 'Điều kiện “phải vượt chỉ tiêu” chỉ dùng khi dưới chỉ tiêu không có điểm.',
  'bands-need-target': () => 'Thang tính theo phần trăm của chỉ tiêu thì phải ghi chỉ tiêu.',
  'bands-without-target': () => 'Thang tính theo số liệu thì không ghi chỉ tiêu.',
  'bands-mixed': () => 'Các mức của một thang phải cùng dùng “từ” hoặc cùng dùng “đến”.',
  'one-border': () => 'Mỗi mức ghi điểm và đúng một mốc: “từ” hoặc “đến”.',
  'border-twice': (p) => `Mốc ${number(p['border'])} đã có ở mức trên.`,
  'block-missing': (p) => `Thiếu số cho ${block(p)}. Phải ghi đủ mọi khối của năm.`,
  'base-sum': (p) =>
    `Điểm tối đa của các tiêu chí của ${block(p)} cộng lại là ${number(p['sum'])}, phải bằng ${number(p['base'])}.`,
  'base-sum-all': (p) =>
    `Điểm tối đa của các tiêu chí cộng lại là ${number(p['sum'])}, phải bằng ${number(p['base'])}.`,
  'unknown-line': (p) => `Không có tiêu chí nào mang mã ${quoted(p['code'])}.`,
  'unknown-group': (p) => `Không có nhóm tiêu chí nào mang mã ${quoted(p['code'])}.`,
  'unknown-grade': (p) => `Không có mức xếp loại nào mang mã ${quoted(p['code'])}.`,
  'unknown-quota': (p) => `Không có tỷ lệ khống chế nào mang mã ${quoted(p['code'])}.`,
  'unknown-unit': (p) => `Không có đơn vị nào mang mã ${quoted(p['code'])}.`,
  'unknown-key-of-ranking': (p) =>
    `Không xếp hạng theo ${quoted(p['key'])} được. Dùng: total, base, bonus, penalty, previous, progress, lot, group:MÃ hoặc line:MÃ.`,
  'one-test': () => 'Điều kiện phải xét đúng một việc; các mục ở đây không đi cùng nhau.',
  'one-comparison': () => 'Phép so sánh phải có đúng một: dưới, không quá, đúng, từ, trên.',
  'one-effect': () => 'Hệ quả phải là đúng một việc: hạ mức xếp loại, hạ tổng điểm, hoặc không xếp loại.',
  'grade-graded': () => 'Mã này dành riêng cho “mọi đơn vị được xếp loại”. Hãy chọn mã khác.',
  'grade-rising': () =>
    'Mốc điểm của mức xếp loại này cao hơn mức tốt hơn ở trên. Các mốc phải giảm dần hoặc bằng nhau.',
  'last-grade-from': () => 'Mức xếp loại cuối cùng dành cho mọi đơn vị còn lại nên không ghi mốc điểm.',
  'last-grade-requires': () => 'Mức xếp loại cuối cùng dành cho mọi đơn vị còn lại nên không có điều kiện.',
  'quota-last-grade': () => 'Không khống chế được mức xếp loại cuối cùng vì không có mức nào thấp hơn.',
  // Units and their entries
  'cluster-needed': (p) => `Đơn vị ${quoted(p['unit'])} chưa thuộc cụm nào, mà kế hoạch có tính theo cụm.`,
  'entry-twice': (p) => `Đơn vị ${quoted(p['unit'])} đã có mục này cho tiêu chí ${quoted(p['line'])} ở trên.`,
  'not-assigned': (p) => `Tiêu chí ${quoted(p['line'])} không dành cho khối của đơn vị ${quoted(p['unit'])}.`,
  'left-out': (p) =>
    `Đơn vị ${quoted(p['unit'])} không được giao tiêu chí ${quoted(p['line'])} nên không có số liệu hay điểm điều chỉnh.`,
  'target-and-assigned': () => 'Chỉ ghi một trong hai: chỉ tiêu riêng (“target”), hoặc không giao (“assigned”: false).',
  'target-or-assigned': () => 'Phải ghi chỉ tiêu riêng (“target”), hoặc không giao (“assigned”: false).',
  'target-not-taken': (p) => `Tiêu chí ${quoted(p['line'])} không dùng chỉ tiêu riêng của đơn vị.`,
  'figure-none': () => 'Chưa có số liệu. Nếu đơn vị chưa báo cáo thì bỏ cả mục này.',
  'figure-many': () => 'Chỉ được ghi một loại số liệu cho mỗi tiêu chí.',
  'part-and-whole': () => 'Phải ghi cả số đạt được (“part”) và tổng số (“whole”).',
  'figure-sort': (p) => `Tiêu chí này nhận ${SORTS[String(p['wanted'])] ?? 'loại số liệu khác'}.`,
  'unknown-code': (p) => `Tiêu chí này không có mã ${quoted(p['code'])}. Các mã có: ${String(p['known'] ?? '')}.`,
  'pick-one': () => 'Phải chọn đúng một mức, với số lượng 1.',
  'judged-range': (p) => `Điểm chấm phải từ 0 đến ${number(p['max'])}.`,
  'judged-step': (p) => `Điểm chấm phải là bội số của ${number(p['step'])}.`,
  'not-applicable-refused': (p) => `Tiêu chí ${quoted(p['line'])} không nhận “không áp dụng”. Hãy ghi số liệu.`,
  'adjustment-high': (p) => `Điểm điều chỉnh cao hơn điểm tối đa của tiêu chí (${number(p['max'])}).`,
  'adjustment-low': (p) => `Điểm điều chỉnh thấp hơn mức thấp nhất của tiêu chí (${number(p['lowest'])}).`,
  'adjustment-dropped': (p) =>
    `Tiêu chí ${quoted(p['line'])} không áp dụng cho đơn vị ${quoted(p['unit'])} nên không điều chỉnh điểm được.`,
  // Decisions
  'quota-not-decided': (p) =>
    `Tỷ lệ khống chế ${quoted(p['code'])} không để lại cho hội đồng quyết định (“ties” không phải “decide”).`,
  'decision-places': (p) => `Mỗi quyết định chỉ về một khối hoặc cụm; đơn vị ${quoted(p['code'])} ở nơi khác.`,
  'decision-twice': (p) => `Đã có quyết định cho tỷ lệ khống chế ${quoted(p['code'])} ở khối hoặc cụm này.`,
  'decision-not-equal': (p) => `Đơn vị ${quoted(p['code'])} không nằm trong số các đơn vị bằng nhau phải quyết định.`,
  'decision-too-many': (p) => `Giữ lại nhiều hơn số chỗ còn lại (${p['room']}).`,
  // Draws and cross-scores
  'draw-format': () => 'Không phải tệp bốc thăm mà phần mềm đọc được: “format” phải là “giaouoc-draw/1”.',
  'draw-kind': () =>
    'Không có loại bốc thăm này. Chọn một trong: cross (chấm chéo), tie (đồng hạng), sample (chọn mẫu).',
  'draw-seed': () => 'Số bí mật phải là đúng 64 chữ số hệ mười sáu, viết thường (0–9, a–f).',
  'draw-text': () => 'Lời góp dài nhất 200 ký tự. Hãy viết ngắn lại.',
  'draw-few': (p) => `Danh sách này phải có ít nhất ${p['least']} mục.`,
  'draw-many': (p) => `Danh sách này có nhiều nhất ${number(p['most'])} mục.`,
  'draw-twice': (p) => `${quoted(p['code'])} đã có ở trên. Mỗi mục chỉ được ghi một lần.`,
  'draw-range': (p) => `Số này phải từ ${p['least']} đến ${number(p['most'])}.`,
  'draw-pairs': () => 'Chấm theo cặp (“pairs”) thì mỗi đơn vị chỉ chấm một đơn vị: “scorers” phải là 1.',
  'draw-own': (p) => `Đơn vị ${quoted(p['unit'])} không bao giờ chấm chính mình, nên không ghi vào các cặp cần tránh.`,
  pair: () => 'Chỗ này phải là một cặp: mã đơn vị chấm và mã đơn vị được chấm.',
  'cross-many': () => 'Nhiều nhất 20 người chấm cho một tiêu chí.',
  'cross-third': () =>
    'Điểm của các đơn vị chấm không lệch quá mức quy định nên không mời người chấm thứ ba. Hãy bỏ điểm này.',
  // What is allowed but probably not meant
  'title-empty': (p) => `Tiêu chí ${String(p['line'])} chưa có tên.`,
  'no-points': (p) => `Tiêu chí ${String(p['line'])} có 0 điểm: làm hay không cũng như nhau.`,
  'never-earns': (p) => `Với quy tắc này, tiêu chí ${String(p['line'])} không bao giờ có điểm.`,
  'max-out-of-reach': (p) =>
    `Với quy tắc này, tiêu chí ${String(p['line'])} chỉ đạt nhiều nhất ${number(p['most'])} điểm, trong khi điểm tối đa là ${number(p['max'])}.`,
  'bands-out-of-order': (p) =>
    `Điểm của mức ${number(p['border'])} không theo thứ tự của các mức bên cạnh. Hãy xem lại.`,
  'grade-too-high': (p) => `Tổng điểm nhiều nhất là ${number(p['total'])} nên không đơn vị nào đạt mốc này.`,
  'grade-same-from': () => 'Mốc điểm bằng mức tốt hơn ở trên nên không đơn vị nào được xếp loại này theo điểm.',
  'gate-never': (p) => `Điều kiện ${quoted(p['gate'])} không bao giờ xảy ra. Hãy xem lại tiêu chí và con số được xét.`,
  'gate-idle': () => 'Hệ quả này không làm thay đổi gì.',
  'quota-none': () => 'Tỷ lệ 0 %: không đơn vị nào giữ được mức xếp loại này.',
  'quota-all': () => 'Tỷ lệ 100 %: mức xếp loại này không bị khống chế.',
};

/**
 * How what a sentence asks for is written in a JSON file. Sentences themselves speak to somebody before a form; who reads a
 * file hears this too.
 */
const IN_FILES: Readonly<Record<string, string>> = {
  object: 'Trong tệp: trong dấu ngoặc nhọn.',
  list: 'Trong tệp: trong dấu ngoặc vuông.',
  text: 'Trong tệp: trong dấu ngoặc kép.',
  boolean: 'Trong tệp: true hoặc false.',
  'only-true': 'Trong tệp: true.',
  'only-false': 'Trong tệp: false.',
  number: 'Trong tệp: trong dấu ngoặc kép, với dấu chấm, “97.5”.',
  'number-or-unit': 'Trong tệp: “95”, hoặc “unit”.',
  'not-share': 'Trong tệp: từ “0” đến “1”, “0.2” là 20 %.',
  count: 'Trong tệp: không có ngoặc kép.',
  day: 'Trong tệp: “2024-05-31”.',
  'wrong-value': 'Trong tệp: ngày viết “2024-05-31”, giờ “2027-01-15T17:00”, số “97.5”.',
  pair: 'Trong tệp: ["A", "B"].',
  'role-below': 'Trong tệp: mục “role”.',
  'penalty-max': 'Trong tệp: “0”.',
  'fact-max': 'Trong tệp: “0”.',
  'penalty-rule': 'Trong tệp: mục “min” hoặc “points”.',
  'floor-needs-proportional': 'Trong tệp: “floor” đi với “proportional”.',
  'strict-needs-nothing': 'Trong tệp: “strict” đi với “nothing”.',
  'bands-need-target': 'Trong tệp: mục “target”.',
  'bands-without-target': 'Trong tệp: mục “target”.',
  'bands-mixed': 'Trong tệp: “from” hoặc “upTo”.',
  'one-border': 'Trong tệp: “points” với “from” hoặc “upTo”.',
  'one-comparison': 'Trong tệp: lt, le, eq, ge, gt.',
  'one-effect': 'Trong tệp: gradeAtMost, totalAtMost, notGraded.',
  'grade-graded': 'Trong tệp: “graded”.',
};

/** A fault's sentence for somebody who has the file before them. */
export function inFileWords(code: string, message: string): string {
  const hint = IN_FILES[code];
  return hint === undefined ? message : `${message} ${hint}`;
}

/** The Vietnamese sentence for a code. Throws for a code without one, so that a test finds it. */
export function messageOf(code: string, params: Params): string {
  const message = MESSAGES[code];
  if (message === undefined) throw new Error(`no sentence for ${code}`);
  return message(params);
}
