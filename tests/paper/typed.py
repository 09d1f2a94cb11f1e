"""What people may type into any field of a paper."""

from decimal import Decimal

from hypothesis import strategies as st

from desktop.core.superbill import Address

LETTERS = st.sampled_from("aWiłŽ ễя-ῌ·,'0\u0301\u0323\x07€漢{}") | st.characters(max_codepoint=0x250)
WORDS = st.text(LETTERS, max_size=300)
AMOUNTS = st.decimals(0, Decimal("99999999999.99"), places=2)
ADDRESSES = st.builds(Address, WORDS, WORDS, WORDS, st.just("TX"), st.just("78411"))
