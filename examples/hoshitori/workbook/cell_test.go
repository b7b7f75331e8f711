package workbook

import "testing"

func TestNumbers(t *testing.T) {
	tests := []struct {
		name   string
		got    cell
		want   cell
		reason string
	}{
		{"plain number", label("12"), cell{number: 12, numeric: true}, "12 comes after 2"},
		{"below another", label("1.10"), cell{text: "1.10"}, "it is not 1.1"},
		{"leading zero", label("01"), cell{text: "01"}, "it is not 1"},
		{"plus", label("+1"), cell{text: "+1"}, "it is not 1"},
		{"no number", label(""), cell{}, "a condition has none"},
		{"many digits", label("1234567890123456"), cell{text: "1234567890123456"}, "a spreadsheet keeps 15 digits"},
		{"points", points("4点"), cell{number: 4, numeric: true}, "so that they can be added up"},
		{"points lost", points("-1 points"), cell{number: -1, numeric: true}, "so that they can be added up"},
		{"nothing counted", points(""), cell{}, "0 would be another statement"},
		{"half points", points("0.5点"), cell{text: "0.5点"}, "it is not 0"},
		{"third points", points("1/3点"), cell{text: "1/3点"}, "it is not 1"},
		{"no points", points("なし"), cell{text: "なし"}, "it is no number"},
		{"only a sign", points("-"), cell{text: "-"}, "it is no number"},
		{"priority", rank(3), cell{number: 3, numeric: true}, "so that it can be sorted"},
		{"no gap", rank(0), cell{}, "0 would come before the first"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.got != test.want {
				t.Errorf("the cell is %+v, want %+v: %s", test.got, test.want, test.reason)
			}
		})
	}
}
