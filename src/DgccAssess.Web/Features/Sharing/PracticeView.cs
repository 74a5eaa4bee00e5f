using System.Globalization;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Web.Shared;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>Practices in words and colours.</summary>
internal static class PracticeView
{
    public static StatusKind KindOf(PracticeState state) => state switch
    {
        PracticeState.Agreed => StatusKind.Ok,
        PracticeState.Proposed => StatusKind.Info,
        _ => StatusKind.Quiet,
    };

    /// <summary>In the reader's language; a question of another version of the core has its code alone.</summary>
    public static string NameOf(string question) => PracticeRules.IsQuestion(question) ? Texts.Name(question) : "";

    public static string WordingOf(string question) => PracticeRules.IsQuestion(question) ? Texts.Question(question) : "";

    private static Core.Features.Instruments.InstrumentTexts Texts => ShippedCore.Document.TextsIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
