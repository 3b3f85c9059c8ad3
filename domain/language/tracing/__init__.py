"""Why a message was understood as it was: each piece with its words, what was assumed, and what nothing rests on."""
