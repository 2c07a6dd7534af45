"""What stands below what a person wrote: signatures, lines of his telephone, and warnings of his organisation."""

import re

CUT = re.compile(r"--\s?|__\s?")
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
    r"\W*(?:(?:dis|pro)claimer\b|de informatie (?:in|verzonden met|opgenomen in) (?:dit|deze) (?:e-?mail|bericht)"
    r"|(?:dit|deze) (?:e-?mail\w*|bericht) (?:\(?inclusief|en (?:de|eventuele) bijlagen|bevat vertrouwelijke"
    r"|is (?:uitsluitend|alleen|vertrouwelijk|bestemd)|kan (?:vertrouwelijke )?informatie)"
    r"|de inhoud van (?:dit|deze) (?:e-?mail|bericht)"
    r"|aan (?:dit|deze|de inhoud van dit|de inhoud van deze) (?:e-?mail\w*|bericht\w*) kunnen geen rechten"
    r"|the information (?:contained )?in this (?:e-?mail|message)|this (?:e-?mail|message)(?: message)? (?:and any"
    r"|is (?:confidential|intended)|may contain|contains confidential)|denk aan het milieu"
    r"|please consider the environment|let op: (?:deze|dit) (?:e-?mail|bericht) (?:is afkomstig|komt) van buiten"
    r"|caution: (?:this|external)|vertrouwelijkheids?(?:clausule|verklaring))",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """Return what a person wrote without what his program or organisation put below it."""
    lines: list[str] = []
    for line in text.split("\n"):
        if CUT.fullmatch(line) and any(before.strip() for before in lines):
            break
        if not DEVICES.fullmatch(line):
            lines.append(line)
    paragraphs = re.split(r"\n[ \t]*\n", "\n".join(lines).strip("\n"))
    first = next((at for at, one in enumerate(paragraphs) if at and WARNINGS.match(one)), len(paragraphs))
    kept = [one for one in paragraphs[:first] if one.strip()]
    if len(kept) > 1 and WARNINGS.match(kept[0]):
        kept = kept[1:]
    return re.sub(r"(?:\s*\n_{5,})+\s*\Z", "", "\n\n".join(kept)).strip()
