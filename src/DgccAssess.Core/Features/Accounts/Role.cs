using DgccAssess.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Accounts;

/// <summary>A set of permissions, kept as data of the space. Its name is a code; those the product brings have their words in the resources.</summary>
public sealed class Role : IdentityRole<Guid>, IVersioned
{
    /// <summary>What people call it; null for a role the product brings.</summary>
    public string? Title { get; set; }

    /// <summary>Permissions the product has given it already: what an administrator took away is not given again.</summary>
    public IReadOnlyList<string> Offered { get; set; } = [];

    public int Version { get; private set; } = 1;
}

internal sealed class RoleConfiguration : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.Property(r => r.Title).HasMaxLength(100);
        builder.Property(r => r.Offered).IsJsonList().HasMaxLength(2000);
        builder.Property(r => r.Version).IsConcurrencyToken();
    }
}
