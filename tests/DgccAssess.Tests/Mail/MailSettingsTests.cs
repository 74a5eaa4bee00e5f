using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using Microsoft.Extensions.Options;

namespace DgccAssess.Tests.Mail;

public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("Mail:Host", "mail.example.org", "Host and PickupFolder")]
    [InlineData("Mail:UserName", "somebody", "Mail:UserName is given without")]
    [InlineData("Mail:PasswordFile", "/nowhere/secret", "Mail:PasswordFile can't be read")]
    [InlineData("Mail:PublicAddress", "assess.example.org", "Mail:PublicAddress must be")]
    [InlineData("Mail:PublicAddress", "", "Mail:PublicAddress must be")]
    [InlineData("Mail:Port", "0", "Port")]
    [InlineData("Mail:From", "nobody", "From")]
    public void Setting_ThatCantBe_EndsTheStartAndSaysWhich(string key, string value, string says)
    {
        using var app = new TestApp(DatabaseProvider.Sqlite, new Dictionary<string, string> { [key] = value, ["Mail:Password"] = key == "Mail:UserName" ? "" : "hunter2 hunter2" });

        var refused = Assert.Throws<OptionsValidationException>(() => _ = app.Server);

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
    }
}
