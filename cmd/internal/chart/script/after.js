// SPDX-License-Identifier: EUPL-1.2

// draw(option, width, height) returns the SVG of an option, both as text.
// "metrics" is defined before this by metrics.json.
var draw = (function () {
  "use strict";
  var UNKNOWN = 560;

  // The rule of text.go's ruler, by UTF-16 unit as zrender asks. U+56FD is what
  // zrender measures to know the height of a line.
  echarts.setPlatformAPI({
    getTime: function () { return 0; },
    measureText: function (text, font) {
      var size = /([\d.]+)px/.exec(font || "");
      var widths = metrics[/\b(700|bold)\b/.test(font || "") ? "700" : "400"];
      var sum = 0;
      text = text || "";
      for (var i = 0; i < text.length; i++) {
        var unit = text.charCodeAt(i);
        if (unit === 0x56fd) {
          sum += 1000;
        } else if (unit < 0xdc00 || unit > 0xdfff) {
          var width = widths[text.charAt(i)];
          sum += width === undefined ? UNKNOWN : width;
        }
      }
      return {width: sum * (size ? +size[1] : 12) / 1000};
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
