// SPDX-License-Identifier: EUPL-1.2

// draw(option, width, height) returns the SVG of an option, both as text.
var draw = (function () {
  "use strict";
  // ECharts is given tokens for lines of text, which say their widths; see
  // token.go. What else it measures, such as U+56FD for the height of a line, is
  // no text of a chart.
  echarts.setPlatformAPI({
    getTime: function () { return 0; },
    measureText: function (text, font) {
      var size = /([\d.]+)px/.exec(font || "");
      var token = /^t\d+w(\d+)b(\d+)$/.exec(text || "");
      var width = token ? +token[/\b(700|bold)\b/.test(font || "") ? 2 : 1] : 1000;
      return {width: width * (size ? +size[1] : 12) / 1000};
    }
  });

  // An option is JSON and can hold no function. This is the one that it may
  // name; what it returns is not read as a template.
  var nameOf = function (params) { return params.data.name; };
  function resolve(option) {
    option.series.forEach(function (series) {
      if (series.label.formatter !== "fmt:name") {
        throw new Error("unknown formatter " + series.label.formatter);
      }
      series.label.formatter = nameOf;
    });
    return option;
  }

  return function (optionText, width, height) {
    var seed = 1;
    Math.random = function () {
      seed = seed * 16807 % 2147483647;
      return (seed - 1) / 2147483646;
    };
    var option = resolve(JSON.parse(optionText));
    var instance = echarts.init(null, null, {renderer: "svg", ssr: true, width: width, height: height});
    try {
      instance.setOption(option);
      return instance.getZr().painter.renderToString({cssAnimation: false, cssEmphasis: false, useViewBox: true});
    } finally {
      instance.dispose();
    }
  };
})();
