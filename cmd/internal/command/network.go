// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"errors"
	"net"
	"strconv"
)

// portsTried is how many ports after the one asked for are tried when it is busy.
const portsTried = 20

// listen opens the port asked for, or the first free one after it.
func listen(host string, port int) (net.Listener, error) {
	var first error
	for i := 0; i < portsTried && port+i <= 65535; i++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port+i)))
		if err == nil {
			return l, nil
		}
		if first == nil {
			first = err
		}
		if port == 0 {
			break
		}
	}
	return nil, first
}

// networkCause says why a port could not be opened.
func networkCause(err error) string {
	var dns *net.DNSError
	var address *net.AddrError
	switch {
	case errors.As(err, &dns), errors.As(err, &address):
		return "l'indirizzo non esiste"
	}
	return "nessuna porta libera, o l'indirizzo non è di questo computer"
}

// hosts returns the values of the Host header that are answered: those of this
// computer, so that a page elsewhere cannot read the preview by pointing its
// own name here.
func hosts(host string, port int) []string {
	names := []string{"localhost", "127.0.0.1", "::1", host}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		addresses, err := net.InterfaceAddrs()
		if err == nil {
			for _, address := range addresses {
				if ipNet, ok := address.(*net.IPNet); ok {
					names = append(names, ipNet.IP.String())
				}
			}
		}
	}
	var out []string
	for _, name := range names {
		out = append(out, net.JoinHostPort(name, strconv.Itoa(port)))
		if port == 80 {
			out = append(out, name)
		}
	}
	return out
}

// shownHost is what to write in the browser to reach host.
func shownHost(host string) string {
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		return "127.0.0.1"
	}
	return host
}
