import { expect, it } from 'vitest';
import { ownPath } from './own-path.ts';

it.each(['/', '/unit', '/federation/verify?by=line&open=1.1', '/unit/report/hk1#1.1'])('keeps %j', (path) => {
  expect(ownPath(path)).toBe(path);
});

it.each([
  null,
  undefined,
  '',
  'unit',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/\t\\evil.example',
  'javascript:alert(1)',
])('leads nobody away with %j', (path) => {
  expect(ownPath(path)).toBeNull();
});
