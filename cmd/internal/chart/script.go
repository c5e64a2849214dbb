// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"crypto/sha256"
	_ "embed" // for the scripts
	"encoding/hex"
	"strings"
)

//go:generate go run ../tool/echarts -modules ../../../.ci/node_modules -o echarts/echarts.js

// What the engine runs, in this order. echarts.js is the part of Apache
// ECharts that draws bars, lines and points, made by tool/echarts from the packages that
// echarts/VERSION names; its licences lie beside it.
var (
	//go:embed script/before.js
	scriptBefore string
	//go:embed echarts/echarts.js
	scriptECharts string
	//go:embed script/after.js
	scriptAfter string
)

// bundleSum pins echarts.js.
const bundleSum = "9da67d75a2399dc6b43739e6c0c9074b52139d676e716cd1159c283b66a6014f"

// script is the whole program that an Engine runs once, before it draws.
func script() string {
	return strings.Join([]string{scriptBefore, scriptECharts, scriptAfter, "0;"}, "\n")
}

func sum[T string | []byte](data T) string {
	hash := sha256.Sum256([]byte(data))
	return hex.EncodeToString(hash[:])
}
