// SPDX-License-Identifier: EUPL-1.2

// What the engine lacks and ECharts looks for. Nothing ever fires and no time
// passes: a drawing is a function of its option alone.
(function (global) {
  "use strict";
  var nothing = function () { return 0; };
  global.setTimeout = global.setInterval = global.clearTimeout = global.clearInterval = nothing;

  var RealDate = global.Date;
  var FrozenDate = function () { return new RealDate(0); };
  FrozenDate.now = nothing;
  FrozenDate.parse = RealDate.parse;
  FrozenDate.UTC = RealDate.UTC;
  FrozenDate.prototype = RealDate.prototype;
  global.Date = FrozenDate;
})(globalThis);
