import type { Attachment } from 'svelte/attachments';

const steps: Record<string, [rows: number, cells: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * One stop of the tab key for a whole table of links, and the arrow keys within it: a hundred rows of eighteen cells
 * would else stand between a keyboard and the rest of the page. Made anew when the rows change.
 */
export function heatKeys(_rows: readonly unknown[]): Attachment<HTMLElement> {
  return (body) => {
    let stop: HTMLAnchorElement | undefined;
    const stopAt = (link: HTMLAnchorElement) => {
      if (stop) stop.tabIndex = -1;
      stop = link;
      stop.tabIndex = 0;
    };
    for (const link of body.querySelectorAll('a')) link.tabIndex = -1;
    const first = body.querySelector('a');
    if (first) stopAt(first);

    const focused = ({ target }: FocusEvent) => {
      if (target instanceof HTMLAnchorElement) stopAt(target);
    };
    const pressed = (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (!step || !(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
      const cell = event.target.closest<HTMLTableCellElement>('td, th');
      const next = cell && linkFrom(cell, step);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    body.addEventListener('focusin', focused);
    body.addEventListener('keydown', pressed);
    return () => {
      body.removeEventListener('focusin', focused);
      body.removeEventListener('keydown', pressed);
    };
  };
}

/** The next link in one direction, passing over cells that lead nowhere. */
function linkFrom(cell: HTMLTableCellElement, [down, right]: [number, number]): HTMLAnchorElement | undefined {
  let row = cell.parentElement as HTMLTableRowElement | null;
  let at = cell.cellIndex;
  while (row) {
    if (down !== 0)
      row = (down > 0 ? row.nextElementSibling : row.previousElementSibling) as HTMLTableRowElement | null;
    at += right;
    const next = row?.cells[at];
    if (!next) return undefined;
    const link = next.querySelector('a');
    if (link) return link;
  }
  return undefined;
}
