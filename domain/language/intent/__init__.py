"""What a sentence wants: verbs, cues, reasons, commands, and the force with which they are said."""
