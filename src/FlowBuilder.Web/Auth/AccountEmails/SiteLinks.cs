using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Auth.AccountEmails;

/// <summary>Addresses of this site for emails and the console: always under the public address, whatever host a request names.</summary>
public sealed class SiteLinks(Installation installation)
{
    private readonly string _start = installation.PublicUrl.AbsoluteUri.TrimEnd('/');

    public string SetUp(string token) => $"{_start}/set-up/{token}";

    public string Invitation(string token) => $"{_start}/invitation/{token}";

    public string ResetPassword(Guid account, string token) => $"{_start}/reset-password/{account:N}/{token}";

    public string ConfirmEmail(Guid account, string email, string token) =>
        $"{_start}/confirm-email/{account:N}/{token}?to={Uri.EscapeDataString(email)}";

    public string SignIn() => $"{_start}/sign-in";
}
