package browser

import (
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Network is a line as the browser emulates it. The zero value is the machine's own.
type Network struct {
	Down, Up float64       // kbit/s, 0 for no limit
	Latency  time.Duration // from a request to the first byte of its response
}

// Slow4G is the slow mobile line on which load times are compared: 1.6 Mbit/s down, 750 kbit/s up, 150 ms.
var Slow4G = Network{Down: 1600, Up: 750, Latency: 150 * time.Millisecond}

// Throttle puts the page on a line.
func (p *Page) Throttle(line Network) error {
	p.line = line
	return p.connect()
}

// Offline cuts the line or restores it as it was.
func (p *Page) Offline(offline bool) error {
	p.offline = offline
	return p.connect()
}

func (p *Page) connect() error {
	latency := float64(p.line.Latency.Milliseconds())
	down, up := bytesPerSecond(p.line.Down), bytesPerSecond(p.line.Up)
	_, err := chromedp.Call(p.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{
			Offline: p.offline, Latency: latency, DownloadThroughput: down, UploadThroughput: up,
		}},
	})
	if err != nil {
		return err
	}
	// The rule does not change what the page is told in navigator.onLine.
	_, err = chromedp.Call(p.ctx, network.OverrideNetworkState, network.OverrideNetworkStateParams{
		Offline: p.offline, Latency: latency, DownloadThroughput: down, UploadThroughput: up,
	})
	return err
}

func bytesPerSecond(kilobits float64) float64 {
	if kilobits == 0 {
		return -1 // no limit
	}
	return kilobits * 1000 / 8
}

// SlowCPU makes the page's processor slower by a factor; 1 is the machine's own speed.
func (p *Page) SlowCPU(factor float64) error {
	_, err := chromedp.Call(p.ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: factor})
	return err
}

// Scripts allows or forbids the scripts of the documents that are loaded from now on.
func (p *Page) Scripts(allowed bool) error {
	_, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !allowed})
	return err
}
