using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Files;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants;

public sealed record SpaceTextsChanged(IReadOnlyList<string> Texts) : AuditFact("texts");

public sealed record SpaceLogoChanged(string? Sha256) : AuditFact("logo");

/// <summary>What a space says and shows of itself, as it is stored.</summary>
/// <param name="Texts">By key and language.</param>
/// <param name="Logo">Hash of the picture; null without one.</param>
public sealed record StoredWords(IReadOnlyDictionary<(string Key, string Language), string> Texts, string? Logo)
{
    public static StoredWords None { get; } = new(new Dictionary<(string, string), string>(), null);

    public static async Task<StoredWords> OfAsync(SpaceDbContext db, CancellationToken ct) => new(
        await db.SpaceTexts.AsNoTracking().ToDictionaryAsync(t => (t.Key, t.Language), t => t.Text, ct),
        await db.SpacePictures.Where(p => p.Name == SpacePicture.Logo).Select(p => p.Sha256).FirstOrDefaultAsync(ct));

    /// <summary>Texts and the picture that differ, in words; the texts themselves are too long for a plan.</summary>
    public IReadOnlyList<string> ChangesTo(SpaceDefinition wanted) =>
    [
        .. Wanted(wanted).Where(w => Texts.GetValueOrDefault(w.Key) != w.Value).Select(w => Name(w.Key))
            .Concat(Texts.Keys.Except(Wanted(wanted).Keys).Select(Name)).Order(StringComparer.Ordinal),
        .. Logo == wanted.Logo?.Logo.Sha256 ? Array.Empty<string>() : [SpacePicture.Logo],
    ];

    public static IReadOnlyDictionary<(string Key, string Language), string> Wanted(SpaceDefinition wanted) =>
        wanted.Texts.SelectMany(t => t.Value.Values.Select(v => (t.Key, Language: v.Key, Text: v.Value))).ToDictionary(t => (t.Key, t.Language), t => t.Text);

    public static string Name((string Key, string Language) text) => $"text {text.Key} in '{text.Language}'";
}

/// <summary>Adds to the save under way what makes the space's texts and picture those of its folder.</summary>
public sealed class ApplyWords(SpaceDbContext db, AuditTrail audit)
{
    /// <returns>How many of them differed.</returns>
    public async Task<int> StageAsync(SpaceDefinition wanted, CancellationToken ct)
    {
        var stored = await db.SpaceTexts.ToListAsync(ct);
        var (texts, changed) = (StoredWords.Wanted(wanted), new List<string>());
        foreach (var (key, text) in texts)
        {
            var known = stored.Find(t => (t.Key, t.Language) == key);
            if (known?.Text == text) continue;
            if (known is null) db.SpaceTexts.Add(new SpaceText { Key = key.Key, Language = key.Language, Text = text });
            else known.Text = text;
            changed.Add(StoredWords.Name(key));
        }

        var left = stored.Where(t => !texts.ContainsKey((t.Key, t.Language))).ToList();
        db.SpaceTexts.RemoveRange(left);
        changed.AddRange(left.Select(t => StoredWords.Name((t.Key, t.Language))));
        if (changed.Count > 0) audit.Record(new SpaceTextsChanged(changed));
        return changed.Count + await StageLogoAsync(wanted.Logo, ct);
    }

    private async Task<int> StageLogoAsync(LogoContent? wanted, CancellationToken ct)
    {
        var stored = await db.SpacePictures.FirstOrDefaultAsync(p => p.Name == SpacePicture.Logo, ct);
        if (stored?.Sha256 == wanted?.Logo.Sha256) return 0;

        if (wanted is null) db.SpacePictures.Remove(stored!);
        else if (stored is null) db.SpacePictures.Add(new SpacePicture { Name = SpacePicture.Logo, MediaType = wanted.Logo.MediaType, Sha256 = wanted.Logo.Sha256, Content = wanted.Bytes });
        else (stored.MediaType, stored.Sha256, stored.Content) = (wanted.Logo.MediaType, wanted.Logo.Sha256, wanted.Bytes);
        audit.Record(new SpaceLogoChanged(wanted?.Logo.Sha256));
        return 1;
    }
}
