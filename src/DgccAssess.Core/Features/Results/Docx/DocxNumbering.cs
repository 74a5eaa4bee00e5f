using DocumentFormat.OpenXml.Wordprocessing;

namespace DgccAssess.Core.Features.Results.Docx;

internal static class DocxNumbering
{
    public const int Bullets = 1;
    private const int Definition = 0;

    public static Numbering Create() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Start = "360", Hanging = "240" })) { LevelIndex = 0 }) { AbstractNumberId = Definition },
        new NumberingInstance(new AbstractNumId { Val = Definition }) { NumberID = Bullets });
}
