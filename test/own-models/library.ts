export * from '../../analysis/index.js';
export * as stats from '../../analysis/stats/index.js';
