using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Press;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers.Templates;

/// <param name="Kind">Of the papers.</param>
/// <param name="Content">As typed; null: the look every paper has by itself.</param>
/// <param name="Logo">The picture; null: none.</param>
/// <param name="Version">Number of the version the form was made from; 0 where there was none.</param>
public sealed record SaveTemplateCommand(TemplateKind Kind, TemplateContent? Content, TemplateLogo? Logo, int? Version);

/// <summary>Puts another version of a template in force. Papers that have a number keep the version they were first set with.</summary>
public sealed class SaveTemplate(TenantDbContext db, ReadTemplates read, PreviewTemplate preview, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    /// <returns>Where somebody else was faster, what is in force now.</returns>
    public async Task<Result<PaperTemplate?>> HandleAsync(SaveTemplateCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.RoundsOrganize)) return Failed(Result.Forbidden());
        if (command.Version is not { } version) return Failed(Result.Invalid(nameof(command.Version), Messages.VersionMissing));

        var languages = PaperLanguages.Of(db.Space);
        var content = command.Content is { } typed ? TemplateRules.Settle(command.Kind, typed, languages, command.Logo is not null) : null;
        var problems = content is null ? [] : TemplateRules.Check(command.Kind, content, languages, command.Logo is not null).ToList();
        if (problems.Count > 0) return Failed(Result.Invalid(problems));

        var before = await read.InForceAsync(command.Kind, ct);
        var (document, logo) = (content?.ToJson(), content is null ? null : command.Logo);
        if (before?.Document == document && before?.LogoSha256 == logo?.Sha256) return Result<PaperTemplate?>.Of(before);
        if ((before?.Number ?? 0) != version) return Result<PaperTemplate?>.StaleWith(before);
        if (logo is not null && logo.Sha256 != before?.LogoSha256 && !await CanBePrintedAsync(command.Kind, content!, logo, languages[0], ct)) return Failed(Result.Invalid("Logo", TemplateMessages.LogoUnprintable));

        var template = new PaperTemplate
        {
            Id = clock.NewId(), Kind = command.Kind, Number = version + 1, Document = document,
            Logo = logo?.Data, LogoType = logo?.MediaType, LogoSha256 = logo?.Sha256, SavedAt = clock.UtcNow, SavedByName = actor.Current.Name,
        };
        db.PaperTemplates.Add(template);
        audit.Record(content is null
            ? new PaperTemplateLeft(command.Kind.ToString(), template.Number)
            : new PaperTemplateChanged(command.Kind.ToString(), template.Number, TemplateChange.Between(before, content, logo)));
        try
        {
            await db.SaveChangesAsync(ct);
            return template;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody took the number.
            db.ChangeTracker.Clear();
            if (await read.InForceAsync(command.Kind, ct) is not { } now || now.Number < template.Number) throw;
            return now.Document == document && now.LogoSha256 == template.LogoSha256 ? now : Result<PaperTemplate?>.StaleWith(now);
        }
    }

    // What the typesetter can't read would keep every paper of the kind from being printed.
    private async Task<bool> CanBePrintedAsync(TemplateKind kind, TemplateContent content, TemplateLogo logo, string language, CancellationToken ct)
    {
        try
        {
            return (await preview.HandleAsync(kind, content, logo, language, ct)).Succeeded;
        }
        catch (PressException problem) when (problem.Failure is PressFailure.Failed or PressFailure.Refused)
        {
            return false;
        }
    }

    private static Result<PaperTemplate?> Failed(Result failure) => Result<PaperTemplate?>.From(failure);
}

internal static class TemplateChange
{
    /// <summary>Names of the parts that differ, the language before those that have one: "en.Title", "Sections", "Logo".</summary>
    public static List<string> Between(PaperTemplate? before, TemplateContent now, TemplateLogo? logo)
    {
        var old = before?.Content();
        var changed = new List<string>();
        foreach (var (language, texts) in now.Texts)
        {
            var (was, isNow) = (PartsOf(old?.Texts.GetValueOrDefault(language) ?? new TemplateTexts()), PartsOf(texts));
            changed.AddRange(was.Zip(isNow).Where(p => p.First.Text != p.Second.Text).Select(p => $"{language}.{p.Second.Name}"));
        }

        if (now.Sections is { } sections && !sections.SequenceEqual(old?.Sections ?? [])) changed.Add(nameof(now.Sections));
        if (before?.LogoSha256 != logo?.Sha256) changed.Add("Logo");
        return changed;
    }

    private static IEnumerable<(string Name, string Text)> PartsOf(TemplateTexts texts) =>
    [
        (nameof(texts.Title), texts.Title), (nameof(texts.Subtitle), texts.Subtitle), (nameof(texts.Foreword), texts.Foreword), (nameof(texts.Footer), texts.Footer),
        (nameof(texts.Place), texts.Place), (nameof(texts.Signer), texts.Signer), (nameof(texts.SignerTitle), texts.SignerTitle), (nameof(texts.LogoAlt), texts.LogoAlt),
    ];
}
