"""What stands below what a person wrote: signatures, lines of his telephone, and warnings of his organisation."""

import re

SIGNATURE_LINES_MAX = 20  # Below "--"; what is longer is no signature.
WARNING_LENGTH_MIN = 80  # A person says it shorter: "Dit bericht is vertrouwelijk."
RULE = re.compile(r"_{5,}")
CUT = re.compile(r"--\s?")
DEVICES = re.compile(
    r"\W{0,3}(?:(?:verzonden|verstuurd|gestuurd|sent|geschreven|getypt) (?:vanaf|vanuit|met|via|from|with|door|using)\b"
    r".{0,60}?(?:iphone|ipad|android|galaxy|samsung|telefoon|mobiel|smartphone|tablet|toestel|outlook|gmail|mail|phone"
    r"|huawei|xiaomi|oppo|oneplus|nokia|pixel|fairphone|device|ziggo|kpn|windows|blackberry|mac|laptop|apparaat)\b.{0,80}"
    r"|(?:download|get|haal) outlook (?:voor|for) (?:ios|android|mac)\b.{0,60}"
    r"|outlook (?:voor|for) (?:ios|android|mac)\b.{0,60}downloaden"
    r"|yahoo mail: .{0,80}|(?:virusvrij|virus-free)\b.{0,60})\s*",
    re.IGNORECASE,
)
# How the warnings begin that organisations put below, or above, what their people write.
WARNINGS = re.compile(
    r"\W*(?:de informatie (?:in|verzonden met|opgenomen in) (?:dit|deze) (?:e-?mail|bericht)"
    r"|(?:dit|deze) (?:e-?mail\w*|bericht) (?:\(?inclusief|en (?:de|eventuele) bijlagen|bevat vertrouwelijke"
    r"|is (?:uitsluitend|alleen|vertrouwelijk|bestemd)|kan (?:vertrouwelijke )?informatie)"
    r"|de inhoud van (?:dit|deze) (?:e-?mail|bericht)"
    r"|aan (?:dit|deze|de inhoud van dit|de inhoud van deze) (?:e-?mail\w*|bericht\w*) kunnen geen rechten"
    r"|the information (?:contained )?in this (?:e-?mail|message)|this (?:e-?mail|message)(?: message)? (?:and any"
    r"|is (?:confidential|intended)|may contain|contains confidential))",
    re.IGNORECASE,
)
SHORT_WARNINGS = re.compile(
    r"\W*(?:extern\w*\W+)?(?:(?:dis|pro)claimer\b|denk aan het milieu|please consider the environment"
    r"|caution: (?:this|external)"
    r"|let op: (?:deze|dit) (?:e-?mail|bericht) (?:is afkomstig|komt) van buiten"
    r"|vertrouwelijkheids?(?:clausule|verklaring))",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """Return what a person wrote without what his program or organisation put below it."""
    lines = text.split("\n")
    begun = next((at for at, line in enumerate(lines) if line.strip()), 0)
    cut = next((at for at, line in enumerate(lines) if at > begun and CUT.fullmatch(line)), len(lines))
    if len(lines) - cut <= SIGNATURE_LINES_MAX:
        lines = lines[:cut]
    written = "\n".join(line for line in lines if not DEVICES.fullmatch(line)).strip("\n")
    paragraphs = [one for one in re.split(r"\n[ \t]*\n", written) if one.strip()]
    if len(paragraphs) > 1 and _is_warning(paragraphs[0]):
        paragraphs = paragraphs[1:]
    first = next((at for at, one in enumerate(paragraphs) if at and _is_warning(one)), len(paragraphs))
    kept = "\n\n".join(paragraphs[:first]).split("\n")
    while kept and (not kept[-1].strip() or RULE.fullmatch(kept[-1].strip())):
        kept.pop()
    return "\n".join(kept).strip()


def _is_warning(paragraph: str) -> bool:
    return bool(SHORT_WARNINGS.match(paragraph) or (len(paragraph) >= WARNING_LENGTH_MIN and WARNINGS.match(paragraph)))
