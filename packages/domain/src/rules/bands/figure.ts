export { measureFigure as figure } from '../measure-figure.ts';
