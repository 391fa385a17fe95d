module.exports = require('../../eslint-config.cjs')(__dirname);
