using System.Collections.Frozen;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Tenants;

/// <summary>What a space says in its own words, and how many characters that may have.</summary>
public static class SpaceTexts
{
    /// <summary>Above the form where people sign in.</summary>
    public const string SignInNotice = "signInNotice";

    public const string Privacy = "privacy";
    public const string Contact = "contact";
    public const string Accessibility = "accessibility";

    private static readonly FrozenDictionary<string, int> Longest = new Dictionary<string, int>
    {
        [SignInNotice] = 1_000, [Privacy] = 20_000, [Contact] = 5_000, [Accessibility] = 20_000,
    }.ToFrozenDictionary();

    public static IReadOnlyList<string> Keys { get; } = [SignInNotice, Privacy, Contact, Accessibility];

    /// <summary>Those with a page of their own.</summary>
    public static IReadOnlyList<string> Pages { get; } = [Privacy, Contact, Accessibility];

    public static int LongestOf(string key) => Longest[key];
}

/// <summary>A text of the space in one language.</summary>
public sealed class SpaceText : IAudited
{
    public required string Key { get; init; }
    public required string Language { get; init; }
    public required string Text { get; set; }
}

/// <summary>A picture of the space, as its folder gave it.</summary>
public sealed class SpacePicture : IAudited
{
    public const string Logo = "logo";

    public required string Name { get; init; }
    public required string MediaType { get; set; }
    public required string Sha256 { get; set; }
    public required byte[] Content { get; set; }
}

internal sealed class SpaceTextConfiguration : IEntityTypeConfiguration<SpaceText>
{
    public void Configure(EntityTypeBuilder<SpaceText> builder)
    {
        builder.ToTable("SpaceTexts");
        builder.HasKey(t => new { t.Key, t.Language });
        builder.Property(t => t.Key).HasMaxLength(32);
        builder.Property(t => t.Language).HasMaxLength(16);
    }
}

internal sealed class SpacePictureConfiguration : IEntityTypeConfiguration<SpacePicture>
{
    public void Configure(EntityTypeBuilder<SpacePicture> builder)
    {
        builder.ToTable("SpacePictures");
        builder.HasKey(p => p.Name);
        builder.Property(p => p.Name).HasMaxLength(32);
        builder.Property(p => p.MediaType).HasMaxLength(32);
        builder.Property(p => p.Sha256).HasMaxLength(64);
    }
}
