using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Practices;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>A practice as a form holds it.</summary>
public sealed record PracticeInput
{
    /// <summary>Of a new one.</summary>
    public Guid Id { get; init; }

    public string? Agency { get; init; }
    public string? Question { get; init; }
    public List<PracticeTextInput> Texts { get; init; } = [];

    /// <summary>Why it is taken back.</summary>
    public string? Note { get; init; }

    public int? Version { get; init; }

    public IReadOnlyList<TypedPractice> Typed => [.. Texts.Select(t => new TypedPractice(t.Language, t.Text))];

    /// <summary>A field for each language of the space, in its order, with what was typed or is stored.</summary>
    public PracticeInput In(IReadOnlyList<string> languages, IReadOnlyDictionary<string, string>? stored = null) => this with
    {
        Texts = [.. languages.Select(l => new PracticeTextInput { Language = l, Text = Texts.Find(t => t.Language == l)?.Text ?? stored?.GetValueOrDefault(l) })],
    };
}

public sealed record PracticeTextInput
{
    public string? Language { get; init; }
    public string? Text { get; init; }
}
