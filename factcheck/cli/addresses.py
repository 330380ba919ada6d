"""Which addresses of the Internet are public: those that a stranger could reach as well as we can."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address

# After IANA's registries of special purposes (https://www.iana.org/assignments/iana-ipv4-special-registry/ and
# https://www.iana.org/assignments/iana-ipv6-special-registry/). Python's own `is_global` follows them, too, but
# differs between patch releases, and lets through multicast, 6to4, NAT64 and what clouds use for themselves.
_SPECIAL = {
    "0.0.0.0/8": "this network, RFC 791",
    "10.0.0.0/8": "private, RFC 1918",
    "100.64.0.0/10": "shared by a provider's customers, RFC 6598",
    "127.0.0.0/8": "this machine itself, RFC 1122",
    "168.63.129.16/32": "a cloud's service for its own machines",
    "169.254.0.0/16": "link-local, where clouds keep credentials, RFC 3927",
    "172.16.0.0/12": "private, RFC 1918",
    "192.0.0.0/24": "for protocols, RFC 6890",
    "192.0.2.0/24": "for documentation, RFC 5737",
    "192.31.196.0/24": "for AS112, RFC 7535",
    "192.52.193.0/24": "for multicast tunnels, RFC 7450",
    "192.88.99.0/24": "a 6to4 relay, RFC 7526",
    "192.168.0.0/16": "private, RFC 1918",
    "192.175.48.0/24": "for AS112, RFC 7534",
    "198.18.0.0/15": "for benchmarks, RFC 2544",
    "198.51.100.0/24": "for documentation, RFC 5737",
    "203.0.113.0/24": "for documentation, RFC 5737",
    "224.0.0.0/4": "multicast, RFC 5771",
    "240.0.0.0/4": "reserved or broadcast, RFC 1112",
    "::/128": "no address, RFC 4291",
    "::1/128": "this machine itself, RFC 4291",
    "::ffff:0:0/96": "IPv4 in disguise, RFC 4291",
    "64:ff9b::/96": "IPv4 behind NAT64, RFC 6052",
    "64:ff9b:1::/48": "IPv4 behind NAT64, RFC 8215",
    "2001::/32": "a Teredo tunnel, RFC 4380",
    "2001::/23": "for protocols, RFC 2928",
    "2001:db8::/32": "for documentation, RFC 3849",
    "2002::/16": "a 6to4 tunnel, RFC 3056",
    "2620:4f:8000::/48": "for AS112, RFC 7534",
    "3fff::/20": "for documentation, RFC 9637",
    "fc00::/7": "private, RFC 4193",
    "fe80::/10": "link-local, RFC 4291",
    "ff00::/8": "multicast, RFC 4291",
}
_NETWORKS = tuple((ip_network(network), why) for network, why in _SPECIAL.items())
_UNICAST = IPv6Network("2000::/3")


def not_public(address: Address) -> str | None:
    """What an address is for, and the standard that says so, where it is not public; None where it is."""
    for network, why in _NETWORKS:
        if address in network:
            return why
    if isinstance(address, IPv6Address) and (address not in _UNICAST or address.scope_id):
        return "no global unicast, RFC 4291"
    return None
