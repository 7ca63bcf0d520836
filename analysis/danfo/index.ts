/**
 * Data frames of danfojs-node, an optional package, for those who know pandas: `toDanfo` and `fromDanfo`. danfo has faults
 * that no adapter can take away; `toDanfo` says which, and guards what it can.
 * @module oppna-jamforelser/danfo
 */
export { type Float32Loss } from './float32.js';
export { type Danfo, type DanfoFrame } from './frame.js';
export { fromDanfo } from './from-danfo.js';
export { toDanfo, type ToDanfoOptions } from './to-danfo.js';
