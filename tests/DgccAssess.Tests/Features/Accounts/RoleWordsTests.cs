using System.Xml.Linq;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Accounts;

/// <summary>Whoever puts a role together reads what each permission allows; translations are held to the same keys elsewhere.</summary>
public sealed class RoleWordsTests
{
    private static readonly HashSet<string> Words =
    [
        .. XDocument.Load(Path.Combine(RepositoryRoot.Find(), "src/DgccAssess.Web/Features/Accounts/AccountsWords.resx")).Root!.Elements("data").Select(d => d.Attribute("name")!.Value),
    ];

    [Fact]
    public void EveryPermission_HasItsWords() => Assert.Empty(Permissions.All.Select(p => $"Permission.{p}").Except(Words));

    [Fact]
    public void EveryRoleTheProductBrings_HasItsWords() => Assert.Empty(Roles.Defaults.Keys.SelectMany(r => new[] { $"RoleName.{r}", $"RoleHelp.{r}" }).Except(Words));
}
