using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.SharedCore;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <summary>A text as a form sends it.</summary>
public sealed record TypedPractice(string? Language, string? Text);

/// <summary>Limits of a practice: functions of values.</summary>
public static class PracticeRules
{
    /// <summary>Less says nothing that another agency could do.</summary>
    public const int LeastText = 20;

    public const int MostText = 1200;
    public const int NoteLength = 500;
    public const int QuestionLength = 16;

    /// <summary>Characters of the column: eight languages, each letter written as six.</summary>
    internal const int StoredLength = 60_000;

    internal const int MostLanguages = 8;

    public static bool IsQuestion(string? code) => ShippedCore.Document.Structure.Questions.Contains(code, StringComparer.Ordinal);

    /// <summary>Where a question stands in the core.</summary>
    internal static int PlaceOf(string question) => Places.GetValueOrDefault(question, int.MaxValue);

    private static readonly Dictionary<string, int> Places = ShippedCore.Document.Structure.Questions.Index().ToDictionary(q => q.Item, q => q.Index, StringComparer.Ordinal);

    /// <summary>Plain text in languages of the space; one that is empty is left out.</summary>
    public static Result<LocalizedText> Texts(IReadOnlyList<TypedPractice> typed, IReadOnlyList<string> languages)
    {
        List<Problem> problems = [];
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (at, row) in typed.Take(MostLanguages).Index())
        {
            var text = TypedText.Lines(row.Text).Trim().Normalize();
            if (text.Length == 0) continue;
            var field = $"Texts[{at}].Text";
            if (languages.FirstOrDefault(l => string.Equals(l, row.Language, StringComparison.OrdinalIgnoreCase)) is not { } language) problems.Add(new(field, PracticeMessages.LanguageUnknown));
            else if (text.Length < LeastText) problems.Add(new(field, PracticeMessages.TooShort, LeastText));
            else if (text.Length > MostText) problems.Add(new(field, Messages.TooLong, MostText));
            else if (!texts.TryAdd(language, text)) problems.Add(new(field, PracticeMessages.LanguageTwice));
        }

        if (problems.Count == 0 && texts.Count == 0) problems.Add(new("Texts[0].Text", PracticeMessages.TextMissing));
        return problems.Count > 0 ? Result<LocalizedText>.From(Result.Invalid(problems)) : new LocalizedText(texts);
    }

    /// <summary>A person's words on an answer; they may be missing.</summary>
    public static Result<string?> NoteOf(string? typed)
    {
        var note = TypedText.Lines(typed).Trim();
        return note.Length > NoteLength ? Result<string?>.From(Result.Invalid("Note", Messages.TooLong, NoteLength)) : Result<string?>.Of(note.Length == 0 ? null : note);
    }
}

public static class PracticeMessages
{
    public const string QuestionUnknown = "Sharing.PracticeQuestionUnknown";
    public const string NotNamed = "Sharing.PracticeNotNamed";
    public const string Already = "Sharing.PracticeAlready";
    public const string TextMissing = "Sharing.PracticeTextMissing";
    public const string TooShort = "Sharing.PracticeTooShort";
    public const string LanguageUnknown = "Sharing.PracticeLanguageUnknown";
    public const string LanguageTwice = "Sharing.PracticeLanguageTwice";
    public const string NotConfirmed = "Sharing.PracticeNotConfirmed";
    public const string Settled = "Sharing.PracticeSettled";
}
