"""Every way of threatening, with what each needs to count as one."""

from vangnet.classification.idioms_doom import BODILY, DOOM
from vangnet.classification.idioms_hints import ENGLISH, HINTS, VEILED
from vangnet.classification.idioms_named import FOREIGN, NAMED
from vangnet.classification.idioms_presence import PRESENCE
from vangnet.classification.idioms_signs import SEXUAL, SIGNS
from vangnet.classification.idioms_warning import RESTRAINT, WARNING

# After the class, what else a row needs: that it is aimed at somebody, or that the reader is not the doer.
THREATS = (
    *(("AP-2.1.8", "threat", block, "aim") for block in (WARNING, DOOM)),
    *(("AP-2.1.8", "threat", block, "doer") for block in (PRESENCE, BODILY, NAMED, HINTS, VEILED)),
    *(("AP-2.1.8", "threat", block, "") for block in (RESTRAINT, SIGNS, SEXUAL, FOREIGN, ENGLISH)),
)
