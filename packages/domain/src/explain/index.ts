import type { Line, Plan } from '../year-file/plan.schema.ts';
import type { GradeWhy, GroupWhy, LineWhy, QuotaWhy, RankWhy, TotalWhy } from './whys.ts';

export type * from './whys.ts';

/** One sentence or two: why these points, as an officer would say it over the phone. */
export declare function explain(why: LineWhy): string;
export declare function explainGroup(why: GroupWhy): string;
export declare function explainTotal(why: TotalWhy, plan: Plan): string;
export declare function explainGrade(why: GradeWhy, plan: Plan): string;
export declare function explainRank(why: RankWhy, plan: Plan): string;
export declare function explainQuota(why: QuotaWhy, plan: Plan): string;

/** The line's rule in full: "Đạt từ 95 % được 6 điểm. Dưới mức đó tính theo tỷ lệ, …" */
export declare function ruleInWords(line: Line): string;
/** The line's rule in a few words: "Tỷ lệ, từ 95 %". */
export declare function ruleInBrief(line: Line): string;
