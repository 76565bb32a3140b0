// eld 2.1.0 exports its entries under the `import` condition alone, which `require` (and so jest, which runs
// everything as CommonJS) cannot follow. The path below is the file behind `eld/small`.
module.exports = require('./node_modules/eld/src/entries/static.small.js');
