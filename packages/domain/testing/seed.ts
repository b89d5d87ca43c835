import fc from 'fast-check';

const seed = process.env['FC_SEED'];
// Every property of the run tries the same examples, those that are asserted without `property()` too.
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
