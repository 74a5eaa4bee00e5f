namespace DgccAssess.Core.Features.Evidence.Content;

internal static class PdfFile
{
    // ISO 32000-2, 7.5.2 and 7.5.5: the header is the first line, the end-of-file marker the last; writers append a little after it.
    private const int EndWindow = 2048;

    public static Recognition Recognize(FileBytes bytes)
    {
        var header = bytes.Head(8);
        var version = header is [_, _, _, _, _, (byte)'1' or (byte)'2', (byte)'.', >= (byte)'0' and <= (byte)'9'];
        return version && bytes.Tail(EndWindow).AsSpan().IndexOf("%%EOF"u8) >= 0
            ? Recognition.As(EvidenceFormat.Pdf)
            : Recognition.Refused(EvidenceMessages.Damaged);
    }
}
