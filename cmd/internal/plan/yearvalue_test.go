// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParsePeriod(t *testing.T) {
	for text, want := range map[string]string{
		"I semestre 2024": "I semestre 2024", "2° semestre 2023": "II semestre 2023", "primo trimestre del 2022": "I trimestre 2022",
		"IV Trimestre 2024": "IV trimestre 2024", "iii quadrimestre 2024": "III quadrimestre 2024",
		"V trimestre 2024": "", "III semestre 2024": "", "semestre 2024": "", "2024": "", "I semestre 24": "", "I semestre 1024": "", "": "",
	} {
		period, year, ok := parsePeriod(text)
		if got := (YearValue{Period: period, Year: year}).When(); ok != (want != "") || ok && got != want {
			t.Errorf("%q is %q, %v, want %q", text, got, ok, want)
		}
	}
}

// TestYearValuesInOrder: values stand in the order in which their time ends, a
// year after its parts.
func TestYearValuesInOrder(t *testing.T) {
	want := []string{"IV trimestre 2021", "2021", "I trimestre 2022", "I quadrimestre 2022", "I semestre 2022", "II trimestre 2022", "III trimestre 2022", "II semestre 2022", "2022"}
	var values []YearValue
	for _, s := range want {
		v := YearValue{Year: 2021}
		if p, year, ok := parsePeriod(s); ok {
			v = YearValue{Period: p, Year: year}
		} else if s == "2022" {
			v.Year = 2022
		}
		values = append([]YearValue{v}, values...)
	}
	slices.SortStableFunc(values, YearValue.Compare)
	var got []string
	for _, v := range values {
		got = append(got, v.When())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestYearValueString(t *testing.T) {
	for want, v := range map[string]YearValue{
		"12,5": {Value: 12.5}, "12,50": {Value: 12.5, Decimals: 2}, "3,0": {Value: 3, Decimals: 1}, "1.234": {Value: 1234},
		"tra 5 e 7,5": {Kind: NumericRange, Value: 5, To: 7.5, Decimals: 1}, "sì": {Kind: YesNo, Value: 1}, "no": {Kind: YesNo},
		"1º dicembre 2024": {Kind: Day, Value: 20241201},
	} {
		if got := v.String(); got != want {
			t.Errorf("%+v is %q, want %q", v, got, want)
		}
	}
}

// TestSatisfies: a result is judged by the target of its own time, and as the
// operator says.
func TestSatisfies(t *testing.T) {
	day := func(n float64) YearValue { return YearValue{Kind: Day, Value: n} }
	between := YearValue{Kind: NumericRange, Value: 5, To: 10}
	for _, test := range []struct {
		o              Operator
		result, target YearValue
		met, known     bool
	}{
		{OperatorBy, day(20241130), day(20241231), true, true},
		{OperatorBy, day(20250101), day(20241231), false, true},
		{OperatorEqual, YearValue{Kind: YesNo, Value: 1}, YearValue{Kind: YesNo, Value: 1}, true, true},
		{OperatorUnknown, YearValue{Value: 10}, between, true, true},
		{OperatorUnknown, YearValue{Value: 10.5}, between, false, true},
		{OperatorAtLeast, YearValue{Kind: NumericRange, Value: 5, To: 10}, YearValue{Value: 5}, true, true},
		{OperatorAtMost, YearValue{Kind: NumericRange, Value: 5, To: 10}, YearValue{Value: 9}, false, false}, // it may be
		{OperatorAtMost, YearValue{Kind: NumericRange, Value: 5, To: 10}, YearValue{Value: 4}, false, true},
		{OperatorUnknown, YearValue{Kind: NumericRange, Value: 8, To: 12}, between, false, false},
		{OperatorUnknown, YearValue{Kind: YesNo}, YearValue{Kind: YesNo, Value: 1}, false, true},
		{OperatorAtMost, YearValue{Value: -3}, YearValue{Value: -2}, true, true},
		{OperatorUnknown, YearValue{Value: 5}, YearValue{Value: 5}, true, true}, // whatever the operator
		{OperatorUnknown, YearValue{Value: 6}, YearValue{Value: 5}, false, false},
	} {
		i := Indicator{Operator: test.o}
		if met, known := i.Satisfies(test.result, test.target); met != test.met || known != test.known {
			t.Errorf("%v %v %v is %v, %v, want %v, %v", test.result, test.o, test.target, met, known, test.met, test.known)
		}
	}
	i := Indicator{Targets: []YearValue{{Year: 2023, Value: 1}, {Year: 2024, Period: "I semestre", Value: 2}, {Year: 2024, Value: 3}}}
	for when, want := range map[YearValue]float64{{Year: 2024}: 3, {Year: 2024, Period: "I semestre"}: 2, {Year: 2024, Period: "II semestre"}: 0} {
		if got, ok := i.TargetOf(when); got.Value != want || ok != (want > 0) {
			t.Errorf("the target of %s is %v, %v, want %v", when.When(), got, ok, want)
		}
	}
}
