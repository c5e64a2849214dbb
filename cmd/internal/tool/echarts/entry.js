// SPDX-License-Identifier: EUPL-1.2

// What the generator needs of Apache ECharts: bars, lines and points on a grid,
// with a legend, as SVG. Each module is named by its file, because echarts/core installs more.
// The labels are placed by the generator: neither label layout nor
// LegacyGridContainLabel is needed.
import {init} from "echarts/lib/core/echarts.js";
import {use} from "echarts/lib/extension.js";
import {install as bar} from "echarts/lib/chart/bar/install.js";
import {install as line} from "echarts/lib/chart/line/install.js";
import {install as scatter} from "echarts/lib/chart/scatter/install.js";
import {install as grid} from "echarts/lib/component/grid/installSimple.js";
import {install as legend} from "echarts/lib/component/legend/installLegendPlain.js";
import {install as svg} from "echarts/lib/renderer/installSVGRenderer.js";
import {setPlatformAPI} from "zrender/lib/core/platform.js";

use([bar, line, scatter, grid, legend, svg]);

export {init, setPlatformAPI};
