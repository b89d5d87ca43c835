import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, it } from 'vitest';

/** Lists nobody can type into on this page: fixed ones, and rows of the database with a unique key. */
const settled = new Set([
  'blocks',
  'plan.sources',
  'plan.versions',
  'columns',
  'rows',
  'ruleKinds',
  'roles',
  'stageKinds',
  'stagePresets',
  'assignments',
  'peerTakes',
  'ways',
  'evidenceNeeds',
  'notApplicable',
  'enteredByList',
  'counts',
  'words',
  'reading.values',
  'refused.values()',
  "['0', '1', '2', '3', '4']",
]);

type Node = { type: string; start: number; end: number; [key: string]: unknown };

/** Every `{#each …}` of a component: what it goes through and what its entries are known by. */
function lists(file: string): { of: string; key: string | null; index: string | undefined }[] {
  const source = readFileSync(file, 'utf8');
  const text = (node: Node) => source.slice(node.start, node.end);
  const found: ReturnType<typeof lists> = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    if (node.type === 'EachBlock') {
      const key = node['key'] as Node | null | undefined;
      found.push({ of: text(node['expression'] as Node), key: key ? text(key) : null, index: node['index'] as string });
    }
    Object.values(node).forEach(walk);
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svelte'))
  .sort();

it.each(files)('%s knows no row by what can be typed into it', (name) => {
  for (const { of, key, index } of lists(path.join(import.meta.dirname, name)))
    if (!settled.has(of))
      expect([of, key], 'key by place, or by RowKeys').toSatisfy(() => {
        const byPlace = index !== undefined && key === index;
        const byIdentity = index !== undefined && (key === `keyed[${index}]` || key === `draft.rowKeys[${index}]`);
        return byPlace || byIdentity;
      });
});
