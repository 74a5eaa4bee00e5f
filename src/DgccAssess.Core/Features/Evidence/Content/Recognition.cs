namespace DgccAssess.Core.Features.Evidence.Content;

/// <summary>What a file is by its bytes, or why it is refused.</summary>
internal readonly record struct Recognition(EvidenceFormat? Format, string? Refusal, object[] Arguments)
{
    public static Recognition As(EvidenceFormat format) => new(format, null, []);

    public static Recognition Refused(string message, params object[] arguments) => new(null, message, arguments);

    /// <summary>Decides by content alone: name and declared type come from outside and prove nothing.</summary>
    public static Recognition Of(Stream file)
    {
        var bytes = new FileBytes(file);
        if (bytes.Length == 0) return Refused(EvidenceMessages.Empty);
        if (bytes.StartsWith("PK\x03\x04"u8)) return OfficeFile.Recognize(bytes);

        // The container of Office 97-2003 files and of encrypted newer ones; what is inside can't be judged.
        if (bytes.StartsWith([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return Refused(EvidenceMessages.OldOffice);

        var format = bytes.StartsWith("%PDF-"u8) ? PdfFile.Recognize(bytes) : ImageFile.Recognize(bytes);
        if (format.Format is null) return format;
        if (Disguise.IsIn(bytes, format.Format)) return Refused(EvidenceMessages.Disguised);
        return ImageSize.Of(format.Format, bytes) is { IsTooLarge: true } ? Refused(EvidenceMessages.TooManyPixels, ImageSize.MaxMegapixels, ImageSize.MaxSide) : format;
    }
}
